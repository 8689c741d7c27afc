package io.accounts4j.testkit;

import io.accounts4j.store.AccountStore;
import io.accounts4j.testkit.contract.TransactionsContract;

class InMemoryTransactionsTest implements TransactionsContract {

    @Override
    public AccountStore emptyStore() {
        return new InMemoryStore();
    }
}
