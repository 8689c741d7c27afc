package io.accounts4j.jobs.sql;

import io.accounts4j.testdatabases.TestDatabase;

class LockedRowsOnMariaDbTest extends LockedRowsContract {

    LockedRowsOnMariaDbTest() {
        super(TestDatabase.MARIADB);
    }

    @Override
    String waiting() {
        return "select count(*) from information_schema.innodb_trx where trx_state = 'LOCK WAIT'";
    }
}
