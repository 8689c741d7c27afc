package io.accounts4j.jobs;

import io.accounts4j.testdatabases.TestDatabase;

class JobEngineFaultsOnH2Test extends JobEngineFaultsContract {

    JobEngineFaultsOnH2Test() {
        super(TestDatabase.H2);
    }
}
