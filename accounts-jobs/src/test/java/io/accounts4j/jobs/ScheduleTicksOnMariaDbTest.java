package io.accounts4j.jobs;

import io.accounts4j.testdatabases.TestDatabase;

class ScheduleTicksOnMariaDbTest extends ScheduleTicksContract {
    ScheduleTicksOnMariaDbTest() {
        super(TestDatabase.MARIADB);
    }
}
