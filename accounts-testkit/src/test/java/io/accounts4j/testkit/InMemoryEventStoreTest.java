package io.accounts4j.testkit;

import io.accounts4j.store.AccountStore;
import io.accounts4j.testkit.contract.EventStoreContract;

class InMemoryEventStoreTest implements EventStoreContract {

    @Override
    public AccountStore emptyStore() {
        return new InMemoryStore();
    }
}
