package io.accounts4j.jobs.node;

import io.accounts4j.testdatabases.TestDatabase;

class TimeoutOnMariaDbTest extends TimeoutContract {
    TimeoutOnMariaDbTest() {
        super(TestDatabase.MARIADB);
    }
}
