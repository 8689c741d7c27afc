package planted.http;

import io.accounts4j.architecture.Breaks;
import planted.token.Store;

@Breaks("the HTTP façade sees no persistence port")
interface Greedy {
    Store store();
}
