package io.accounts4j.integration;

import io.accounts4j.testdatabases.TestDatabase;

class KilledWhileRegisteringOnH2Test extends KilledWhileRegisteringContract {

    KilledWhileRegisteringOnH2Test() {
        super(TestDatabase.H2);
    }
}
