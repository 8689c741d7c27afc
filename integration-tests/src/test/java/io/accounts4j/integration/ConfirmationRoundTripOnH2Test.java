package io.accounts4j.integration;

import io.accounts4j.testdatabases.TestDatabase;

class ConfirmationRoundTripOnH2Test extends ConfirmationRoundTripContract {

    ConfirmationRoundTripOnH2Test() {
        super(TestDatabase.H2);
    }
}
