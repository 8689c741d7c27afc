package io.accounts4j.jobs;

import io.accounts4j.testdatabases.TestDatabase;

class BulkEnqueueOnPostgresTest extends BulkEnqueueContract {

    BulkEnqueueOnPostgresTest() {
        super(TestDatabase.POSTGRES);
    }
}
