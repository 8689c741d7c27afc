package io.accounts4j.jobs.node;

import io.accounts4j.testdatabases.TestDatabase;

class HeldUpOutcomesOnPostgresTest extends HeldUpOutcomesContract {

    HeldUpOutcomesOnPostgresTest() {
        super(TestDatabase.POSTGRES);
    }

    @Override
    String errorsAsText() {
        return "errors::text";
    }
}
