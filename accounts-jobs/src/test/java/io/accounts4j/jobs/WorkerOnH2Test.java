package io.accounts4j.jobs;

import io.accounts4j.testdatabases.TestDatabase;

class WorkerOnH2Test extends WorkerContract {

    WorkerOnH2Test() {
        super(TestDatabase.H2);
    }
}
