package io.accounts4j.jobs;

import io.accounts4j.job.QueueControl;
import io.accounts4j.testdatabases.TestDatabase;
import io.accounts4j.testkit.contract.QueueControlContract;

class JdbcQueueControlOnH2Test implements QueueControlContract {

    @Override
    public QueueControl freshControl() {
        return JdbcQueueControl.over(JobsDatabase.empty(TestDatabase.H2).dataSource());
    }
}
