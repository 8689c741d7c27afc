package io.accounts4j.jobs.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** Locks rows of {@code accounts_jobs} by id without waiting for anybody. Thread-safe. */
final class RowLocks {

    private final String select;

    RowLocks(Dialect dialect, Schema schema) {
        this.select = schema.in("select id, lease from {jobs} where id in (", dialect);
    }

    /** The leases of those rows that nobody else has locked, which are locked now until the transaction ends, by id. */
    Map<Long, Long> lock(Connection connection, Collection<Long> ids) throws SQLException {
        // All three databases have this clause; by primary key H2 locks no more than it returns.
        return leases(connection, ") for update skip locked", ids);
    }

    /** The leases of those rows, locked or not, by id. */
    Map<Long, Long> read(Connection connection, Collection<Long> ids) throws SQLException {
        return leases(connection, ")", ids);
    }

    private Map<Long, Long> leases(Connection connection, String end, Collection<Long> ids) throws SQLException {
        if (ids.isEmpty()) {
            return Map.of();
        }
        String marks = "?" + ", ?".repeat(ids.size() - 1);
        try (PreparedStatement statement = connection.prepareStatement(select + marks + end)) {
            int parameter = 1;
            for (long id : ids) {
                statement.setLong(parameter++, id);
            }
            try (ResultSet rows = statement.executeQuery()) {
                Map<Long, Long> leases = new HashMap<>();
                while (rows.next()) {
                    leases.put(rows.getLong(1), rows.getLong(2));
                }
                return leases;
            }
        }
    }
}
