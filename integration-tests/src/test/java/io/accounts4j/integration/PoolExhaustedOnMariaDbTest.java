package io.accounts4j.integration;

import io.accounts4j.testdatabases.TestDatabase;

class PoolExhaustedOnMariaDbTest extends PoolExhaustedContract {

    PoolExhaustedOnMariaDbTest() {
        super(TestDatabase.MARIADB);
    }
}
