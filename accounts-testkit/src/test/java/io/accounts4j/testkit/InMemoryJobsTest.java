package io.accounts4j.testkit;

import io.accounts4j.testkit.contract.JobQueueContract;
import io.accounts4j.testkit.contract.Wiring;
import java.time.Clock;

class InMemoryJobsTest implements JobQueueContract {

    @Override
    public Wiring emptyWiring() {
        InMemoryStore store = new InMemoryStore();
        return new Wiring(store, new InMemoryJobs(store, Clock.systemUTC()));
    }
}
