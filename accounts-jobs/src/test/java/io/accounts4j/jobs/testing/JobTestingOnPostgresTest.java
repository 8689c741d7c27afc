package io.accounts4j.jobs.testing;

import io.accounts4j.testdatabases.TestDatabase;

class JobTestingOnPostgresTest extends JobTestingContract {

    JobTestingOnPostgresTest() {
        super(TestDatabase.POSTGRES);
    }
}
