package io.accounts4j.jobs;

import io.accounts4j.testdatabases.TestDatabase;

class BulkEnqueueOnMariaDbTest extends BulkEnqueueContract {

    BulkEnqueueOnMariaDbTest() {
        super(TestDatabase.MARIADB);
    }
}
