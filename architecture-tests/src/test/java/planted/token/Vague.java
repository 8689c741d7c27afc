package planted.token;

import io.accounts4j.architecture.Breaks;
import planted.kernel.Port;

/** A port that throws anything. */
@Breaks("a port names what it throws")
@Port
public interface Vague {
    void put(String key) throws Exception;
}
