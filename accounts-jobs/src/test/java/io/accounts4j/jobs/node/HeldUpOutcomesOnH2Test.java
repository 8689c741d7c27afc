package io.accounts4j.jobs.node;

import io.accounts4j.testdatabases.TestDatabase;

class HeldUpOutcomesOnH2Test extends HeldUpOutcomesContract {

    HeldUpOutcomesOnH2Test() {
        super(TestDatabase.H2);
    }

    @Override
    String errorsAsText() {
        return "cast(errors as varchar)";
    }
}
