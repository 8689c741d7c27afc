package io.accounts4j.jobs;

import io.accounts4j.testdatabases.TestDatabase;

class JobRunnerFaultsOnH2Test extends JobRunnerFaultsContract {

    JobRunnerFaultsOnH2Test() {
        super(TestDatabase.H2);
    }
}
