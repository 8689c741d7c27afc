package io.accounts4j.integration;

import io.accounts4j.testdatabases.TestDatabase;

class ConfirmationRoundTripOnPostgresTest extends ConfirmationRoundTripContract {

    ConfirmationRoundTripOnPostgresTest() {
        super(TestDatabase.POSTGRES);
    }
}
