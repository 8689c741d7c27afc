package io.accounts4j.jobs;

import io.accounts4j.testdatabases.TestDatabase;

class PruneOnH2Test extends PruneContract {

    PruneOnH2Test() {
        super(TestDatabase.H2);
    }
}
