package io.accounts4j.jobs;

import io.accounts4j.testdatabases.TestDatabase;

class JobHealthCheckOnH2Test extends JobHealthBehaviour {

    JobHealthCheckOnH2Test() {
        super(TestDatabase.H2);
    }
}
