package io.accounts4j.jobs;

import io.accounts4j.testdatabases.TestDatabase;

class JobRunnerOnMariaDbTest extends JobRunnerContract {

    JobRunnerOnMariaDbTest() {
        super(TestDatabase.MARIADB);
    }
}
