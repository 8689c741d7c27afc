package io.accounts4j.jobs;

import io.accounts4j.testdatabases.TestDatabase;

class CronOnMariaDbTest extends CronContract {

    CronOnMariaDbTest() {
        super(TestDatabase.MARIADB);
    }
}
