package io.accounts4j.jdbi;

import io.accounts4j.testdatabases.TestDatabase;

abstract class OnH2 extends OnDatabase {
    OnH2() {
        super(TestDatabase.H2);
    }
}
