package io.accounts4j.jobs.node;

import io.accounts4j.testdatabases.TestDatabase;

class TellingOnMariaDbTest extends TellingContract {
    TellingOnMariaDbTest() {
        super(TestDatabase.MARIADB);
    }
}
