package io.accounts4j.jobs;

import io.accounts4j.testdatabases.TestDatabase;

class EffectivelyOnceOnH2Test extends EffectivelyOnceContract {

    EffectivelyOnceOnH2Test() {
        super(TestDatabase.H2);
    }
}
