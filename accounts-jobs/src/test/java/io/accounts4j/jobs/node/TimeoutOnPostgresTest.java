package io.accounts4j.jobs.node;

import io.accounts4j.testdatabases.TestDatabase;

class TimeoutOnPostgresTest extends TimeoutContract {
    TimeoutOnPostgresTest() {
        super(TestDatabase.POSTGRES);
    }
}
