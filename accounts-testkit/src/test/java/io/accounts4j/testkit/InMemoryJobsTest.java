package io.accounts4j.testkit;

import io.accounts4j.testkit.contract.JobQueueContract;
import io.accounts4j.testkit.contract.StoreAndQueue;
import java.time.Clock;

class InMemoryJobsTest implements JobQueueContract {

    @Override
    public StoreAndQueue emptyStoreAndQueue() {
        InMemoryStore store = new InMemoryStore();
        return new StoreAndQueue(store, new InMemoryJobs(store, Clock.systemUTC()));
    }
}
