package io.accounts4j.jdbc;

import io.accounts4j.testdatabases.WithoutDatabases;
import org.junit.jupiter.api.Test;

class WithoutDatabasesTest {

    @Test
    void testsAreSkippedWhereTheirDatabaseIsUnavailable() throws InterruptedException {
        WithoutDatabases.assertTestsAreSkipped(getClass());
    }
}
