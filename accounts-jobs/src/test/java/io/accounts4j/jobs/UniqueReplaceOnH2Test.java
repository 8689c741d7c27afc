package io.accounts4j.jobs;

import io.accounts4j.testdatabases.TestDatabase;

class UniqueReplaceOnH2Test extends UniqueReplaceContract {

    UniqueReplaceOnH2Test() {
        super(TestDatabase.H2);
    }
}
