package planted.confirmation;

import io.accounts4j.architecture.Breaks;
import planted.token.Store;

/** Too many parts for one use case. */
@Breaks("a use case takes parts, settings and caller at most")
public final class Confirmation {
    public Confirmation(Store tokens, Store sessions, Store users, Store events) {}
}
