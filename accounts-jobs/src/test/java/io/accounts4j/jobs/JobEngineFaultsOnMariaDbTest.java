package io.accounts4j.jobs;

import io.accounts4j.testdatabases.TestDatabase;

class JobEngineFaultsOnMariaDbTest extends JobEngineFaultsContract {

    JobEngineFaultsOnMariaDbTest() {
        super(TestDatabase.MARIADB);
    }
}
