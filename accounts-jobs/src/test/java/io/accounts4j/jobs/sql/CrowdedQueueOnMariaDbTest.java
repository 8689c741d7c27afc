package io.accounts4j.jobs.sql;

import io.accounts4j.testdatabases.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

class CrowdedQueueOnMariaDbTest extends CrowdedQueueContract {

    CrowdedQueueOnMariaDbTest() {
        super(TestDatabase.MARIADB);
    }

    @Override
    long rowsRead(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("show session status like 'Handler_read%'")) {
            long read = 0;
            while (rows.next()) {
                read += rows.getLong(2);
            }
            return read;
        }
    }
}
