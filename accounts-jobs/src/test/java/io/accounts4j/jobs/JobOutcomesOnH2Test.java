package io.accounts4j.jobs;

import io.accounts4j.testdatabases.TestDatabase;

class JobOutcomesOnH2Test extends JobOutcomesContract {

    JobOutcomesOnH2Test() {
        super(TestDatabase.H2);
    }
}
