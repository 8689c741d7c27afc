package io.accounts4j.jobs.node;

import io.accounts4j.testdatabases.TestDatabase;

class ClaimingOnPostgresTest extends ClaimingContract {
    ClaimingOnPostgresTest() {
        super(TestDatabase.POSTGRES);
    }
}
