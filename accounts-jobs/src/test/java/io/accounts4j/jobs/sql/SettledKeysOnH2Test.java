package io.accounts4j.jobs.sql;

import io.accounts4j.testdatabases.TestDatabase;

class SettledKeysOnH2Test extends SettledKeysContract {

    SettledKeysOnH2Test() {
        super(TestDatabase.H2);
    }
}
