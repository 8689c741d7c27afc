package io.accounts4j.jobs;

import io.accounts4j.testdatabases.TestDatabase;

class UniqueJobsOnH2Test extends UniqueJobsContract {

    UniqueJobsOnH2Test() {
        super(TestDatabase.H2);
    }
}
