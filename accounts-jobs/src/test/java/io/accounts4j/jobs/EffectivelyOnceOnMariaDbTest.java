package io.accounts4j.jobs;

import io.accounts4j.testdatabases.TestDatabase;

class EffectivelyOnceOnMariaDbTest extends EffectivelyOnceContract {

    EffectivelyOnceOnMariaDbTest() {
        super(TestDatabase.MARIADB);
    }
}
