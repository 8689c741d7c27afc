package io.accounts4j.jobs.node;

import io.accounts4j.testdatabases.TestDatabase;

class JobStateMachineOnMariaDbTest extends JobStateMachineContract {

    JobStateMachineOnMariaDbTest() {
        super(TestDatabase.MARIADB);
    }
}
