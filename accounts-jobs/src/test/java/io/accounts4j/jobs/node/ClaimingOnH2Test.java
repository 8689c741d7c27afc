package io.accounts4j.jobs.node;

import io.accounts4j.testdatabases.TestDatabase;

class ClaimingOnH2Test extends ClaimingContract {
    ClaimingOnH2Test() {
        super(TestDatabase.H2);
    }
}
