package io.accounts4j.jobs;

import io.accounts4j.testdatabases.TestDatabase;

class BorrowedConnectionOnMariaDbTest extends BorrowedConnectionContract {

    BorrowedConnectionOnMariaDbTest() {
        super(TestDatabase.MARIADB);
    }
}
