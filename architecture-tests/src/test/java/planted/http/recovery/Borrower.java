package planted.http.recovery;

import io.accounts4j.architecture.Breaks;
import planted.http.closure.Ending;

@Breaks("imports in the HTTP façade run down, and no feature sees another")
interface Borrower {
    Ending ending();
}
