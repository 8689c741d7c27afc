package io.accounts4j.jobs.node;

import io.accounts4j.testdatabases.TestDatabase;

class CompleteInOnH2Test extends CompleteInContract {
    CompleteInOnH2Test() {
        super(TestDatabase.H2);
    }
}
