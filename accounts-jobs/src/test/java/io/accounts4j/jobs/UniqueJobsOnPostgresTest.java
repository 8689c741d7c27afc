package io.accounts4j.jobs;

import io.accounts4j.testdatabases.TestDatabase;

class UniqueJobsOnPostgresTest extends UniqueJobsContract {

    UniqueJobsOnPostgresTest() {
        super(TestDatabase.POSTGRES);
    }
}
