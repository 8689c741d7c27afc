package io.accounts4j.jobs;

import io.accounts4j.testdatabases.TestDatabase;

class JobEngineLeasesOnH2Test extends JobEngineLeasesContract {

    JobEngineLeasesOnH2Test() {
        super(TestDatabase.H2);
    }
}
