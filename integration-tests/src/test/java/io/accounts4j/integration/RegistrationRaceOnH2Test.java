package io.accounts4j.integration;

import io.accounts4j.testdatabases.TestDatabase;

class RegistrationRaceOnH2Test extends RegistrationRaceContract {

    RegistrationRaceOnH2Test() {
        super(TestDatabase.H2);
    }
}
