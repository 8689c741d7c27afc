package io.accounts4j.jobs;

import io.accounts4j.testdatabases.TestDatabase;

class JobRunnerFaultsOnMariaDbTest extends JobRunnerFaultsContract {

    JobRunnerFaultsOnMariaDbTest() {
        super(TestDatabase.MARIADB);
    }
}
