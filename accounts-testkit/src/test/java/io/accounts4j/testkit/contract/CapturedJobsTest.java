package io.accounts4j.testkit.contract;

import io.accounts4j.testkit.InMemoryJobs;
import io.accounts4j.testkit.InMemoryStore;
import java.time.Clock;

class CapturedJobsTest implements JobQueueContract {

    @Override
    public StoreAndQueue emptyStoreAndQueue() {
        InMemoryStore store = new InMemoryStore();
        StoreAndQueue wiring = new StoreAndQueue(store, new InMemoryJobs(store, Clock.systemUTC()));
        return new StoreAndQueue(store, new CapturedJobs(wiring));
    }
}
