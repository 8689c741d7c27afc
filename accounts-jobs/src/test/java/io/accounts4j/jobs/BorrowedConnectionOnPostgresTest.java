package io.accounts4j.jobs;

import io.accounts4j.testdatabases.TestDatabase;

class BorrowedConnectionOnPostgresTest extends BorrowedConnectionContract {

    BorrowedConnectionOnPostgresTest() {
        super(TestDatabase.POSTGRES);
    }
}
