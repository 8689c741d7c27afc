package io.accounts4j.integration;

import io.accounts4j.testdatabases.TestDatabase;

class KilledWhileServingOnPostgresTest extends KilledWhileServingContract {

    KilledWhileServingOnPostgresTest() {
        super(TestDatabase.POSTGRES);
    }
}
