package io.accounts4j.jobs;

import io.accounts4j.testdatabases.TestDatabase;

class JobOutcomesOnPostgresTest extends JobOutcomesContract {

    JobOutcomesOnPostgresTest() {
        super(TestDatabase.POSTGRES);
    }
}
