package io.accounts4j.jobs.sql;

import io.accounts4j.testdatabases.TestDatabase;

class LockedRowsOnPostgresTest extends LockedRowsContract {

    LockedRowsOnPostgresTest() {
        super(TestDatabase.POSTGRES);
    }

    @Override
    String waiting() {
        return "select count(*) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'";
    }
}
