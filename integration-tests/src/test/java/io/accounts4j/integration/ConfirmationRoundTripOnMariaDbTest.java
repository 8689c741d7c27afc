package io.accounts4j.integration;

import io.accounts4j.testdatabases.TestDatabase;

class ConfirmationRoundTripOnMariaDbTest extends ConfirmationRoundTripContract {

    ConfirmationRoundTripOnMariaDbTest() {
        super(TestDatabase.MARIADB);
    }
}
