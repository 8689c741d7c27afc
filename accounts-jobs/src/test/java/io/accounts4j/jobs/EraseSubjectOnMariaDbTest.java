package io.accounts4j.jobs;

import io.accounts4j.testdatabases.TestDatabase;

class EraseSubjectOnMariaDbTest extends EraseSubjectContract {

    EraseSubjectOnMariaDbTest() {
        super(TestDatabase.MARIADB);
    }
}
