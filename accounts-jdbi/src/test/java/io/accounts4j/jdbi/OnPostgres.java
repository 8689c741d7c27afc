package io.accounts4j.jdbi;

import io.accounts4j.testdatabases.TestDatabase;

abstract class OnPostgres extends OnDatabase {
    OnPostgres() {
        super(TestDatabase.POSTGRES);
    }
}
