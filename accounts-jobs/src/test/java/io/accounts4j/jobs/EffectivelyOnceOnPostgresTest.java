package io.accounts4j.jobs;

import io.accounts4j.testdatabases.TestDatabase;

class EffectivelyOnceOnPostgresTest extends EffectivelyOnceContract {

    EffectivelyOnceOnPostgresTest() {
        super(TestDatabase.POSTGRES);
    }
}
