package io.accounts4j.jobs.node;

import io.accounts4j.testdatabases.TestDatabase;

class CancelOnMariaDbTest extends CancelContract {
    CancelOnMariaDbTest() {
        super(TestDatabase.MARIADB);
    }
}
