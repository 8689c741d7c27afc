package planted.testkit.contract;

import planted.token.Lenient;

/** What proves a {@link Lenient}. */
public interface LenientContract {
    Lenient subject();
}
