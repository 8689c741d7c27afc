package io.accounts4j.jobs;

import io.accounts4j.testdatabases.TestDatabase;

class UniqueJobsOnMariaDbTest extends UniqueJobsContract {

    UniqueJobsOnMariaDbTest() {
        super(TestDatabase.MARIADB);
    }
}
