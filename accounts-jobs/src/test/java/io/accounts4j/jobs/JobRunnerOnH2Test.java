package io.accounts4j.jobs;

import io.accounts4j.testdatabases.TestDatabase;

class JobRunnerOnH2Test extends JobRunnerContract {

    JobRunnerOnH2Test() {
        super(TestDatabase.H2);
    }
}
