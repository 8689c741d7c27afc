package io.accounts4j.jobs.node;

import io.accounts4j.testdatabases.TestDatabase;

class JobStateMachineOnH2Test extends JobStateMachineContract {

    JobStateMachineOnH2Test() {
        super(TestDatabase.H2);
    }
}
