package io.accounts4j.integration;

import io.accounts4j.testdatabases.TestDatabase;

class KilledWhileRegisteringOnPostgresTest extends KilledWhileRegisteringContract {

    KilledWhileRegisteringOnPostgresTest() {
        super(TestDatabase.POSTGRES);
    }
}
