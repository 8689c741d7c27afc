package io.accounts4j.jobs;

import io.accounts4j.testdatabases.TestDatabase;

class CronOnPostgresTest extends CronContract {

    CronOnPostgresTest() {
        super(TestDatabase.POSTGRES);
    }
}
