package io.accounts4j.jobs.sql;

import io.accounts4j.testdatabases.TestDatabase;

class ClaimedAheadOnH2Test extends ClaimedAheadContract {

    ClaimedAheadOnH2Test() {
        super(TestDatabase.H2);
    }
}
