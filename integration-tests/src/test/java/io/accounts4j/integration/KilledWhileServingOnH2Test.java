package io.accounts4j.integration;

import io.accounts4j.testdatabases.TestDatabase;

class KilledWhileServingOnH2Test extends KilledWhileServingContract {

    KilledWhileServingOnH2Test() {
        super(TestDatabase.H2);
    }
}
