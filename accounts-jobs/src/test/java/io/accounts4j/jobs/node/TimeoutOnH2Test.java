package io.accounts4j.jobs.node;

import io.accounts4j.testdatabases.TestDatabase;

class TimeoutOnH2Test extends TimeoutContract {
    TimeoutOnH2Test() {
        super(TestDatabase.H2);
    }
}
