package planted.token;

import io.accounts4j.architecture.Breaks;
import planted.kernel.Port;

/** A port that asks for nothing. */
@Breaks("a port has 1 to 8 abstract methods")
@Port
public interface Hollow {}
