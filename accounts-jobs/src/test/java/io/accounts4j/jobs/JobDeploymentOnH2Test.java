package io.accounts4j.jobs;

import io.accounts4j.testdatabases.TestDatabase;

class JobDeploymentOnH2Test extends JobDeploymentContract {
    JobDeploymentOnH2Test() {
        super(TestDatabase.H2);
    }
}
