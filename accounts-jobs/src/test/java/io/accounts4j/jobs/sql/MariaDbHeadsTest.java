package io.accounts4j.jobs.sql;

import static org.assertj.core.api.Assertions.assertThat;

import io.accounts4j.testdatabases.OnDatabases;
import io.accounts4j.testdatabases.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Round trips of a look for jobs on MariaDB. */
@OnDatabases(TestDatabase.MARIADB)
class MariaDbHeadsTest extends MixedKindsFixture {

    MariaDbHeadsTest(TestDatabase kind) {
        super(kind);
    }

    @Test
    void readsTheHeadsByOneStatementHoweverManyKindsWait() throws SQLException {
        for (int kind = 0; kind < 12; kind++) {
            enqueue("test.kind" + kind, kind % 3);
        }
        JobTable jobs = new JobTable(new MariaDbDialect(), Schema.ofConnection());
        ClaimRequest request = new ClaimRequest(1, Set.of("test.first"), Map.of("one", 20, "two", 20, "three", 20));
        try (Connection connection = tables.dataSource().getConnection()) {
            long before = statements(connection);
            assertThat(jobs.claim(connection, request)).isEmpty();
            assertThat(statements(connection) - before - 1)
                    .as("statements of a look")
                    .isEqualTo(1);
            before = statements(connection);
            assertThat(jobs.untilNext(connection, request.free().keySet())).isPresent();
            assertThat(statements(connection) - before - 1)
                    .as("statements to find the next due job")
                    .isEqualTo(1);
        }
    }

    private static long statements(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("show session status like 'Questions'")) {
            row.next();
            return row.getLong(2);
        }
    }
}
