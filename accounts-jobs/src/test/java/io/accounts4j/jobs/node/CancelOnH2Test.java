package io.accounts4j.jobs.node;

import io.accounts4j.testdatabases.TestDatabase;

class CancelOnH2Test extends CancelContract {
    CancelOnH2Test() {
        super(TestDatabase.H2);
    }
}
