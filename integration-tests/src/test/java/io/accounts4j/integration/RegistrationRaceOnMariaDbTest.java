package io.accounts4j.integration;

import io.accounts4j.testdatabases.TestDatabase;

class RegistrationRaceOnMariaDbTest extends RegistrationRaceContract {

    RegistrationRaceOnMariaDbTest() {
        super(TestDatabase.MARIADB);
    }
}
