package io.accounts4j.testkit;

import io.accounts4j.store.AccountStore;
import io.accounts4j.testkit.contract.UserRepositoryContract;

class InMemoryUserRepositoryTest implements UserRepositoryContract {

    @Override
    public AccountStore emptyStore() {
        return new InMemoryStore();
    }
}
