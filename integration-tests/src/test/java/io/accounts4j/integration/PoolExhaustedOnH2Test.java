package io.accounts4j.integration;

import io.accounts4j.testdatabases.TestDatabase;

class PoolExhaustedOnH2Test extends PoolExhaustedContract {

    PoolExhaustedOnH2Test() {
        super(TestDatabase.H2);
    }
}
