package io.accounts4j.integration;

import io.accounts4j.testdatabases.TestDatabase;

class RegistrationRaceOnPostgresTest extends RegistrationRaceContract {

    RegistrationRaceOnPostgresTest() {
        super(TestDatabase.POSTGRES);
    }
}
