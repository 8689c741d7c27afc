package io.accounts4j.jobs.node;

import io.accounts4j.testdatabases.TestDatabase;

class CompleteInOnPostgresTest extends CompleteInContract {
    CompleteInOnPostgresTest() {
        super(TestDatabase.POSTGRES);
    }
}
