package planted.token;

import planted.kernel.Port;

/** A port without fault. */
@Port
public interface Store {
    void put(String key);
}
