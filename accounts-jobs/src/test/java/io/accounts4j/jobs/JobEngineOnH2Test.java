package io.accounts4j.jobs;

import io.accounts4j.testdatabases.TestDatabase;

class JobEngineOnH2Test extends JobEngineContract {

    JobEngineOnH2Test() {
        super(TestDatabase.H2);
    }
}
