package io.accounts4j.jobs;

import io.accounts4j.testdatabases.TestDatabase;

class JobRunnerOnPostgresTest extends JobRunnerContract {

    JobRunnerOnPostgresTest() {
        super(TestDatabase.POSTGRES);
    }
}
