package io.accounts4j.jobs;

import io.accounts4j.testdatabases.TestDatabase;

class JdbcJobQueueOnMariaDbTest extends JdbcJobQueueBehaviour {

    JdbcJobQueueOnMariaDbTest() {
        super(TestDatabase.MARIADB);
    }
}
