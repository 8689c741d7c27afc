package io.accounts4j.jobs.testing;

import io.accounts4j.testdatabases.TestDatabase;

class JobTestingOnH2Test extends JobTestingContract {

    JobTestingOnH2Test() {
        super(TestDatabase.H2);
    }
}
