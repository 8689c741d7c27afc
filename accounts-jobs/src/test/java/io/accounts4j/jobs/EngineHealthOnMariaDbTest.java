package io.accounts4j.jobs;

import io.accounts4j.testdatabases.TestDatabase;

class EngineHealthOnMariaDbTest extends EngineHealthBehaviour {

    EngineHealthOnMariaDbTest() {
        super(TestDatabase.MARIADB);
    }
}
