package io.accounts4j.jobs;

import io.accounts4j.testdatabases.TestDatabase;

class EraseSubjectOnH2Test extends EraseSubjectContract {

    EraseSubjectOnH2Test() {
        super(TestDatabase.H2);
    }
}
