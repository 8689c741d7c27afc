package io.accounts4j.integration;

import io.accounts4j.testdatabases.TestDatabase;

class OneTransactionOnH2Test extends OneTransactionContract {

    OneTransactionOnH2Test() {
        super(TestDatabase.H2);
    }
}
