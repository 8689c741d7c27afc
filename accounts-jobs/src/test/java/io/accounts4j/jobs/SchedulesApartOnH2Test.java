package io.accounts4j.jobs;

import io.accounts4j.testdatabases.TestDatabase;

class SchedulesApartOnH2Test extends SchedulesApartContract {
    SchedulesApartOnH2Test() {
        super(TestDatabase.H2);
    }
}
