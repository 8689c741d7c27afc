package io.accounts4j.jobs.node;

import io.accounts4j.testdatabases.TestDatabase;

class HeldUpOutcomesOnMariaDbTest extends HeldUpOutcomesContract {

    HeldUpOutcomesOnMariaDbTest() {
        super(TestDatabase.MARIADB);
    }

    @Override
    String errorsAsText() {
        return "errors";
    }
}
