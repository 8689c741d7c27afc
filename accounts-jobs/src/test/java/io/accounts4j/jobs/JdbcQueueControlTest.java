package io.accounts4j.jobs;

import io.accounts4j.job.QueueControl;
import io.accounts4j.testdatabases.OnDatabases;
import io.accounts4j.testdatabases.TestDatabase;
import io.accounts4j.testkit.contract.QueueControlContract;
import org.junit.jupiter.params.Parameter;

@OnDatabases
class JdbcQueueControlTest implements QueueControlContract {

    @Parameter
    TestDatabase kind;

    @Override
    public QueueControl freshControl() {
        return JdbcQueueControl.over(JobsDatabase.empty(kind).dataSource());
    }
}
