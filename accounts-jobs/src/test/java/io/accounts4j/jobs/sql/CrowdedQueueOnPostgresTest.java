package io.accounts4j.jobs.sql;

import io.accounts4j.testdatabases.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

class CrowdedQueueOnPostgresTest extends CrowdedQueueContract {

    CrowdedQueueOnPostgresTest() {
        super(TestDatabase.POSTGRES);
    }

    @Override
    long rowsRead(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select seq_tup_read + coalesce(idx_tup_fetch, 0)"
                        + " from pg_stat_xact_user_tables where relname = 'accounts_jobs'")) {
            row.next();
            return row.getLong(1);
        }
    }
}
