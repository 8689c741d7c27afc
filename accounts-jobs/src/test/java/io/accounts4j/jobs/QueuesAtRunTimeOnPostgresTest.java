package io.accounts4j.jobs;

import io.accounts4j.testdatabases.TestDatabase;

class QueuesAtRunTimeOnPostgresTest extends QueuesAtRunTimeContract {

    QueuesAtRunTimeOnPostgresTest() {
        super(TestDatabase.POSTGRES);
    }
}
