package io.accounts4j.jobs;

import io.accounts4j.testdatabases.TestDatabase;

class JobEngineOnPostgresTest extends JobEngineContract {

    JobEngineOnPostgresTest() {
        super(TestDatabase.POSTGRES);
    }
}
