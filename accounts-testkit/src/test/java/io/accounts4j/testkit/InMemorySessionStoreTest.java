package io.accounts4j.testkit;

import io.accounts4j.store.AccountStore;
import io.accounts4j.testkit.contract.SessionStoreContract;

class InMemorySessionStoreTest implements SessionStoreContract {

    @Override
    public AccountStore emptyStore() {
        return new InMemoryStore();
    }
}
