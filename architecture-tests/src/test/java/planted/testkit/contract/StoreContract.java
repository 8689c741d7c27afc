package planted.testkit.contract;

import planted.token.Store;

/** What proves a {@link Store}. */
public interface StoreContract {
    Store subject();
}
