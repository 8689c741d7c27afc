package planted.testkit.contract;

import planted.token.Lenient;

/** The contract of {@link Lenient}. */
public interface LenientContract {
    Lenient subject();
}
