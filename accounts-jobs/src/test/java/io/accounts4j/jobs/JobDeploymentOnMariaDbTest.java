package io.accounts4j.jobs;

import io.accounts4j.testdatabases.TestDatabase;

class JobDeploymentOnMariaDbTest extends JobDeploymentContract {
    JobDeploymentOnMariaDbTest() {
        super(TestDatabase.MARIADB);
    }
}
