package planted.testkit.contract;

import planted.token.Wide;

/** The contract of {@link Wide}. */
public interface WideContract {
    Wide subject();
}
