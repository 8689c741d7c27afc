package io.accounts4j.jobs.node;

import io.accounts4j.testdatabases.TestDatabase;

class CancelOnPostgresTest extends CancelContract {
    CancelOnPostgresTest() {
        super(TestDatabase.POSTGRES);
    }
}
