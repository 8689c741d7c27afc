package io.accounts4j.testkit;

import io.accounts4j.store.AccountStore;
import io.accounts4j.testkit.contract.PasswordStoreContract;

class InMemoryPasswordStoreTest implements PasswordStoreContract {

    @Override
    public AccountStore emptyStore() {
        return new InMemoryStore();
    }
}
