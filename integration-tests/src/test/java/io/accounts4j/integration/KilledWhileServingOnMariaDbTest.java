package io.accounts4j.integration;

import io.accounts4j.testdatabases.TestDatabase;

class KilledWhileServingOnMariaDbTest extends KilledWhileServingContract {

    KilledWhileServingOnMariaDbTest() {
        super(TestDatabase.MARIADB);
    }
}
