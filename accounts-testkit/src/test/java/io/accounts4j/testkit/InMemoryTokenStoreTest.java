package io.accounts4j.testkit;

import io.accounts4j.store.AccountStore;
import io.accounts4j.testkit.contract.TokenStoreContract;

class InMemoryTokenStoreTest implements TokenStoreContract {

    @Override
    public AccountStore emptyStore() {
        return new InMemoryStore();
    }
}
