package io.accounts4j.jobs;

import io.accounts4j.testdatabases.TestDatabase;

class JobRunnerFaultsOnPostgresTest extends JobRunnerFaultsContract {

    JobRunnerFaultsOnPostgresTest() {
        super(TestDatabase.POSTGRES);
    }
}
