package io.accounts4j.jobs;

import io.accounts4j.testdatabases.TestDatabase;

class JobHealthCheckOnMariaDbTest extends JobHealthBehaviour {

    JobHealthCheckOnMariaDbTest() {
        super(TestDatabase.MARIADB);
    }
}
