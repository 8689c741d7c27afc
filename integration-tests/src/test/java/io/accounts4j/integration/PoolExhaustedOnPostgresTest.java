package io.accounts4j.integration;

import io.accounts4j.testdatabases.TestDatabase;

class PoolExhaustedOnPostgresTest extends PoolExhaustedContract {

    PoolExhaustedOnPostgresTest() {
        super(TestDatabase.POSTGRES);
    }
}
