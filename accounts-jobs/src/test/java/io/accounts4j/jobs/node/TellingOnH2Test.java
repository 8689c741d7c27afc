package io.accounts4j.jobs.node;

import io.accounts4j.testdatabases.TestDatabase;

class TellingOnH2Test extends TellingContract {
    TellingOnH2Test() {
        super(TestDatabase.H2);
    }
}
