package io.accounts4j.jobs;

import io.accounts4j.testdatabases.TestDatabase;

class QueuesAtRunTimeOnMariaDbTest extends QueuesAtRunTimeContract {

    QueuesAtRunTimeOnMariaDbTest() {
        super(TestDatabase.MARIADB);
    }
}
