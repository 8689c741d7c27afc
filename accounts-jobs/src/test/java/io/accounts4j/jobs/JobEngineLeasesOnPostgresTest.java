package io.accounts4j.jobs;

import io.accounts4j.testdatabases.TestDatabase;

class JobEngineLeasesOnPostgresTest extends JobEngineLeasesContract {

    JobEngineLeasesOnPostgresTest() {
        super(TestDatabase.POSTGRES);
    }
}
