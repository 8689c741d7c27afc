package io.accounts4j.jobs;

import io.accounts4j.testdatabases.TestDatabase;

class JobVersionsOnMariaDbTest extends JobVersionsContract {

    JobVersionsOnMariaDbTest() {
        super(TestDatabase.MARIADB);
    }
}
