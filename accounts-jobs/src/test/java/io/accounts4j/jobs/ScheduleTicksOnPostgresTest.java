package io.accounts4j.jobs;

import io.accounts4j.testdatabases.TestDatabase;

class ScheduleTicksOnPostgresTest extends ScheduleTicksContract {
    ScheduleTicksOnPostgresTest() {
        super(TestDatabase.POSTGRES);
    }
}
