package io.accounts4j.jobs;

import io.accounts4j.testdatabases.TestDatabase;

class EncryptedJobsOnPostgresTest extends EncryptedJobsContract {

    EncryptedJobsOnPostgresTest() {
        super(TestDatabase.POSTGRES);
    }
}
