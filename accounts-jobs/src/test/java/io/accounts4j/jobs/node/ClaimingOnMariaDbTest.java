package io.accounts4j.jobs.node;

import io.accounts4j.testdatabases.TestDatabase;

class ClaimingOnMariaDbTest extends ClaimingContract {
    ClaimingOnMariaDbTest() {
        super(TestDatabase.MARIADB);
    }
}
