package io.accounts4j.jobs;

import io.accounts4j.testdatabases.TestDatabase;

class JobDeploymentOnPostgresTest extends JobDeploymentContract {
    JobDeploymentOnPostgresTest() {
        super(TestDatabase.POSTGRES);
    }
}
