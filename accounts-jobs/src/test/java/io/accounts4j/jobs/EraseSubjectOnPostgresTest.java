package io.accounts4j.jobs;

import io.accounts4j.testdatabases.TestDatabase;

class EraseSubjectOnPostgresTest extends EraseSubjectContract {

    EraseSubjectOnPostgresTest() {
        super(TestDatabase.POSTGRES);
    }
}
