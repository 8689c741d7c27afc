package io.accounts4j.jobs;

import io.accounts4j.testdatabases.TestDatabase;

class JobVersionsOnPostgresTest extends JobVersionsContract {

    JobVersionsOnPostgresTest() {
        super(TestDatabase.POSTGRES);
    }
}
