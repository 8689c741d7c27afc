package planted.token;

import io.accounts4j.architecture.Breaks;
import planted.kernel.Port;

/** A port that an adapter may leave half done. */
@Breaks("a port has no default methods")
@Port
public interface Lenient {
    void put(String key);

    default void remove(String key) {}
}
