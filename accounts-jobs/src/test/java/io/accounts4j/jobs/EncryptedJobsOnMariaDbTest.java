package io.accounts4j.jobs;

import io.accounts4j.testdatabases.TestDatabase;

class EncryptedJobsOnMariaDbTest extends EncryptedJobsContract {

    EncryptedJobsOnMariaDbTest() {
        super(TestDatabase.MARIADB);
    }
}
