package io.accounts4j.jobs;

import io.accounts4j.testdatabases.TestDatabase;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class PruneOnMariaDbTest extends PruneContract {

    PruneOnMariaDbTest() {
        super(TestDatabase.MARIADB);
    }

    @Test
    void jobs_that_another_transaction_holds_are_passed_over() throws SQLException {
        passesOverHeldJobs();
    }
}
