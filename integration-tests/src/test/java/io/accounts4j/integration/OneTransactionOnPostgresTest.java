package io.accounts4j.integration;

import io.accounts4j.testdatabases.TestDatabase;

class OneTransactionOnPostgresTest extends OneTransactionContract {

    OneTransactionOnPostgresTest() {
        super(TestDatabase.POSTGRES);
    }
}
