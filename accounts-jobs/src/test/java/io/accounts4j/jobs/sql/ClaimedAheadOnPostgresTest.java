package io.accounts4j.jobs.sql;

import io.accounts4j.testdatabases.TestDatabase;

class ClaimedAheadOnPostgresTest extends ClaimedAheadContract {

    ClaimedAheadOnPostgresTest() {
        super(TestDatabase.POSTGRES);
    }
}
