package io.accounts4j.jobs.node;

import io.accounts4j.testdatabases.TestDatabase;

class JobStateMachineOnPostgresTest extends JobStateMachineContract {

    JobStateMachineOnPostgresTest() {
        super(TestDatabase.POSTGRES);
    }
}
