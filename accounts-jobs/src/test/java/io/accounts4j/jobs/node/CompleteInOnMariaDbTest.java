package io.accounts4j.jobs.node;

import io.accounts4j.testdatabases.TestDatabase;

class CompleteInOnMariaDbTest extends CompleteInContract {
    CompleteInOnMariaDbTest() {
        super(TestDatabase.MARIADB);
    }
}
