package io.accounts4j.jobs;

import io.accounts4j.testdatabases.TestDatabase;

class JobVersionsOnH2Test extends JobVersionsContract {

    JobVersionsOnH2Test() {
        super(TestDatabase.H2);
    }
}
