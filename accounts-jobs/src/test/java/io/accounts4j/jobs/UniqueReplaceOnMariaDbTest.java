package io.accounts4j.jobs;

import io.accounts4j.testdatabases.TestDatabase;

class UniqueReplaceOnMariaDbTest extends UniqueReplaceContract {

    UniqueReplaceOnMariaDbTest() {
        super(TestDatabase.MARIADB);
    }
}
