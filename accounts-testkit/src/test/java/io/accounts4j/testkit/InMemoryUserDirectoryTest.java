package io.accounts4j.testkit;

import io.accounts4j.store.AccountStore;
import io.accounts4j.testkit.contract.UserDirectoryContract;

class InMemoryUserDirectoryTest implements UserDirectoryContract {

    @Override
    public AccountStore emptyStore() {
        return new InMemoryStore();
    }
}
