package io.accounts4j.testkit;

import io.accounts4j.testkit.contract.AccountsContract;
import io.accounts4j.testkit.contract.Wiring;
import java.time.Clock;

class InMemoryAccountsTest implements AccountsContract {

    @Override
    public Wiring emptyWiring() {
        InMemoryStore store = new InMemoryStore();
        return new Wiring(store, new InMemoryJobs(store, Clock.systemUTC()));
    }
}
