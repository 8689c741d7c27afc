package io.accounts4j.jobs;

import io.accounts4j.testdatabases.TestDatabase;

class BulkEnqueueOnH2Test extends BulkEnqueueContract {

    BulkEnqueueOnH2Test() {
        super(TestDatabase.H2);
    }
}
