package io.accounts4j.jobs;

import io.accounts4j.testdatabases.TestDatabase;

class JobOutcomesOnMariaDbTest extends JobOutcomesContract {

    JobOutcomesOnMariaDbTest() {
        super(TestDatabase.MARIADB);
    }
}
