package io.accounts4j.jobs;

import io.accounts4j.testdatabases.TestDatabase;

class EngineHealthOnH2Test extends EngineHealthBehaviour {

    EngineHealthOnH2Test() {
        super(TestDatabase.H2);
    }
}
