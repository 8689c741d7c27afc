package io.accounts4j.jobs;

import io.accounts4j.testdatabases.TestDatabase;

class WorkerOnPostgresTest extends WorkerContract {

    WorkerOnPostgresTest() {
        super(TestDatabase.POSTGRES);
    }
}
