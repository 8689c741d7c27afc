package io.accounts4j.jobs;

import io.accounts4j.testdatabases.TestDatabase;

class SchedulesApartOnPostgresTest extends SchedulesApartContract {
    SchedulesApartOnPostgresTest() {
        super(TestDatabase.POSTGRES);
    }
}
