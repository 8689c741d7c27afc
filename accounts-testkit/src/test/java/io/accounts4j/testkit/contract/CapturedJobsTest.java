package io.accounts4j.testkit.contract;

import io.accounts4j.testkit.InMemoryJobs;
import io.accounts4j.testkit.InMemoryStore;
import java.time.Clock;

class CapturedJobsTest implements JobQueueContract {

    @Override
    public Wiring emptyWiring() {
        InMemoryStore store = new InMemoryStore();
        Wiring wiring = new Wiring(store, new InMemoryJobs(store, Clock.systemUTC()));
        return new Wiring(store, new CapturedJobs(wiring));
    }
}
