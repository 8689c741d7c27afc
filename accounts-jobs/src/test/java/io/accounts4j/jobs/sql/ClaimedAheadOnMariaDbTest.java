package io.accounts4j.jobs.sql;

import io.accounts4j.testdatabases.TestDatabase;

class ClaimedAheadOnMariaDbTest extends ClaimedAheadContract {

    ClaimedAheadOnMariaDbTest() {
        super(TestDatabase.MARIADB);
    }
}
