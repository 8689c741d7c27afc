package io.accounts4j.jobs;

import io.accounts4j.testdatabases.TestDatabase;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class PruneOnPostgresTest extends PruneContract {

    PruneOnPostgresTest() {
        super(TestDatabase.POSTGRES);
    }

    @Test
    void jobs_that_another_transaction_holds_are_passed_over() throws SQLException {
        passesOverHeldJobs();
    }
}
