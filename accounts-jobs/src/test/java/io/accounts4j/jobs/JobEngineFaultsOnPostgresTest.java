package io.accounts4j.jobs;

import io.accounts4j.testdatabases.TestDatabase;

class JobEngineFaultsOnPostgresTest extends JobEngineFaultsContract {

    JobEngineFaultsOnPostgresTest() {
        super(TestDatabase.POSTGRES);
    }
}
