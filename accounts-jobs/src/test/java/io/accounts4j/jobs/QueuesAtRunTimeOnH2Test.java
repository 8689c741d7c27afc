package io.accounts4j.jobs;

import io.accounts4j.testdatabases.TestDatabase;

class QueuesAtRunTimeOnH2Test extends QueuesAtRunTimeContract {

    QueuesAtRunTimeOnH2Test() {
        super(TestDatabase.H2);
    }
}
