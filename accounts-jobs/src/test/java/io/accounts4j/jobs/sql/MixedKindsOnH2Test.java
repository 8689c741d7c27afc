package io.accounts4j.jobs.sql;

import io.accounts4j.testdatabases.TestDatabase;

class MixedKindsOnH2Test extends MixedKindsContract {

    MixedKindsOnH2Test() {
        super(TestDatabase.H2);
    }
}
