package planted.token;

import io.accounts4j.architecture.Breaks;
import planted.kernel.Port;

@Breaks("every port has a contract")
@Port
interface Unbound {
    void put(String key);
}
