package io.accounts4j.jobs.sql;

import io.accounts4j.testdatabases.TestDatabase;

class SettledKeysOnPostgresTest extends SettledKeysContract {

    SettledKeysOnPostgresTest() {
        super(TestDatabase.POSTGRES);
    }
}
