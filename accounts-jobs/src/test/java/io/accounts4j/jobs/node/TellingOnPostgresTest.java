package io.accounts4j.jobs.node;

import io.accounts4j.testdatabases.TestDatabase;

class TellingOnPostgresTest extends TellingContract {
    TellingOnPostgresTest() {
        super(TestDatabase.POSTGRES);
    }
}
