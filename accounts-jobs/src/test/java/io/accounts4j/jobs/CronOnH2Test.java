package io.accounts4j.jobs;

import io.accounts4j.testdatabases.TestDatabase;

class CronOnH2Test extends CronContract {

    CronOnH2Test() {
        super(TestDatabase.H2);
    }
}
