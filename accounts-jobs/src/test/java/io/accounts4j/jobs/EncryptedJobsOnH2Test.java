package io.accounts4j.jobs;

import io.accounts4j.testdatabases.TestDatabase;

class EncryptedJobsOnH2Test extends EncryptedJobsContract {

    EncryptedJobsOnH2Test() {
        super(TestDatabase.H2);
    }
}
