package io.accounts4j.jobs;

import io.accounts4j.testdatabases.TestDatabase;

class JdbcJobConsoleOnH2Test extends JdbcJobConsoleBehaviour {

    JdbcJobConsoleOnH2Test() {
        super(TestDatabase.H2);
    }
}
