package io.accounts4j.jobs;

import io.accounts4j.testdatabases.TestDatabase;

class ScheduleTicksOnH2Test extends ScheduleTicksContract {
    ScheduleTicksOnH2Test() {
        super(TestDatabase.H2);
    }
}
