package io.accounts4j.integration;

import io.accounts4j.testdatabases.TestDatabase;

class KilledWhileRegisteringOnMariaDbTest extends KilledWhileRegisteringContract {

    KilledWhileRegisteringOnMariaDbTest() {
        super(TestDatabase.MARIADB);
    }
}
