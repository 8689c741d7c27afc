package io.accounts4j.integration;

import io.accounts4j.testdatabases.TestDatabase;

class OneTransactionOnMariaDbTest extends OneTransactionContract {

    OneTransactionOnMariaDbTest() {
        super(TestDatabase.MARIADB);
    }
}
