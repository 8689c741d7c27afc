package io.accounts4j.jobs;

import io.accounts4j.testdatabases.TestDatabase;

class JdbcJobQueueOnPostgresTest extends JdbcJobQueueBehaviour {

    JdbcJobQueueOnPostgresTest() {
        super(TestDatabase.POSTGRES);
    }
}
