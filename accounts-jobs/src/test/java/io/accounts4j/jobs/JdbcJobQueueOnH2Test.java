package io.accounts4j.jobs;

import io.accounts4j.testdatabases.TestDatabase;

class JdbcJobQueueOnH2Test extends JdbcJobQueueBehaviour {

    JdbcJobQueueOnH2Test() {
        super(TestDatabase.H2);
    }
}
