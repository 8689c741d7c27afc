package io.accounts4j.jobs;

import io.accounts4j.testdatabases.TestDatabase;

class EngineHealthOnPostgresTest extends EngineHealthBehaviour {

    EngineHealthOnPostgresTest() {
        super(TestDatabase.POSTGRES);
    }
}
