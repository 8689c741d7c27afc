package io.accounts4j.jobs;

import io.accounts4j.testdatabases.TestDatabase;

class BorrowedConnectionOnH2Test extends BorrowedConnectionContract {

    BorrowedConnectionOnH2Test() {
        super(TestDatabase.H2);
    }
}
