package io.accounts4j.jobs;

import io.accounts4j.testdatabases.TestDatabase;

class SchedulesApartOnMariaDbTest extends SchedulesApartContract {
    SchedulesApartOnMariaDbTest() {
        super(TestDatabase.MARIADB);
    }
}
