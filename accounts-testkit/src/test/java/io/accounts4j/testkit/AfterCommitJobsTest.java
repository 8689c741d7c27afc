package io.accounts4j.testkit;

import io.accounts4j.job.AfterCommitJobs;
import io.accounts4j.testkit.contract.JobQueueContract;
import io.accounts4j.testkit.contract.Wiring;

class AfterCommitJobsTest implements JobQueueContract {

    @Override
    public Wiring emptyWiring() {
        InMemoryStore store = new InMemoryStore();
        return new Wiring(store, new AfterCommitJobs(store.transactions()));
    }
}
