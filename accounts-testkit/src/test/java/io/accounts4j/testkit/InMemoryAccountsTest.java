package io.accounts4j.testkit;

import io.accounts4j.testkit.contract.AccountsContract;
import io.accounts4j.testkit.contract.StoreAndQueue;
import java.time.Clock;

class InMemoryAccountsTest implements AccountsContract {

    @Override
    public StoreAndQueue emptyStoreAndQueue() {
        InMemoryStore store = new InMemoryStore();
        return new StoreAndQueue(store, new InMemoryJobs(store, Clock.systemUTC()));
    }
}
