package planted.testkit.contract;

import planted.token.Store;

/** The contract of {@link Store}. */
public interface StoreContract {
    Store subject();
}
