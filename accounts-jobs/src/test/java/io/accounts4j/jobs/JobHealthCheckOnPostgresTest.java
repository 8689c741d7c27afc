package io.accounts4j.jobs;

import io.accounts4j.testdatabases.TestDatabase;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class JobHealthCheckOnPostgresTest extends JobHealthBehaviour {

    JobHealthCheckOnPostgresTest() {
        super(TestDatabase.POSTGRES);
    }

    @Test
    void what_keeps_the_database_from_cleaning_up_is_noticed() throws SQLException {
        noticesWhatKeepsTheDatabaseFromCleaningUp();
    }
}
