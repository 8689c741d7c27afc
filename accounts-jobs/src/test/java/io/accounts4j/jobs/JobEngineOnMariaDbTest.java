package io.accounts4j.jobs;

import io.accounts4j.testdatabases.TestDatabase;

class JobEngineOnMariaDbTest extends JobEngineContract {

    JobEngineOnMariaDbTest() {
        super(TestDatabase.MARIADB);
    }
}
