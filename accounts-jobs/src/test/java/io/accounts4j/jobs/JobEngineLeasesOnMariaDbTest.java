package io.accounts4j.jobs;

import io.accounts4j.testdatabases.TestDatabase;

class JobEngineLeasesOnMariaDbTest extends JobEngineLeasesContract {

    JobEngineLeasesOnMariaDbTest() {
        super(TestDatabase.MARIADB);
    }
}
