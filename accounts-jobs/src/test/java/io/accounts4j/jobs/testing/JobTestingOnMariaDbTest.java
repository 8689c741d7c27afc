package io.accounts4j.jobs.testing;

import io.accounts4j.testdatabases.TestDatabase;

class JobTestingOnMariaDbTest extends JobTestingContract {

    JobTestingOnMariaDbTest() {
        super(TestDatabase.MARIADB);
    }
}
