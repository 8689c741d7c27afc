package io.accounts4j.jobs;

import io.accounts4j.testdatabases.TestDatabase;

class WorkerOnMariaDbTest extends WorkerContract {

    WorkerOnMariaDbTest() {
        super(TestDatabase.MARIADB);
    }
}
