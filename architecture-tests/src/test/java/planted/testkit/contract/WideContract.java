package planted.testkit.contract;

import planted.token.Wide;

/** What proves a {@link Wide}. */
public interface WideContract {
    Wide subject();
}
