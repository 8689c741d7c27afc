package io.accounts4j.jobs;

import io.accounts4j.testdatabases.TestDatabase;

class UniqueReplaceOnPostgresTest extends UniqueReplaceContract {

    UniqueReplaceOnPostgresTest() {
        super(TestDatabase.POSTGRES);
    }
}
