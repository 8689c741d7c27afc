package io.accounts4j.jobs.sql;

import io.accounts4j.testdatabases.TestDatabase;

class SettledKeysOnMariaDbTest extends SettledKeysContract {

    SettledKeysOnMariaDbTest() {
        super(TestDatabase.MARIADB);
    }
}
