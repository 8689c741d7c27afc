package io.accounts4j.jdbi;

import io.accounts4j.testdatabases.TestDatabase;

abstract class OnMariaDb extends OnDatabase {
    OnMariaDb() {
        super(TestDatabase.MARIADB);
    }
}
