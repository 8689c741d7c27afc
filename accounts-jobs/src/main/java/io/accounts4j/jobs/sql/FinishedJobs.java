package io.accounts4j.jobs.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** How finished jobs are removed: the oldest first, by the index of their end, passing over what others hold. Thread-safe. */
public final class FinishedJobs {

    private final String select;
    private final String locked;
    private final String delete;

    /** In that schema of that kind of database. */
    public FinishedJobs(Dialect dialect, Schema schema) {
        // In a select of its own, for PostgreSQL looks nothing up in an index that might change from row to row.
        this.select = schema.in(
                "select id from {jobs} where finalized_at <= (select " + dialect.inMicros() + ") and state = '",
                dialect);
        this.locked = " order by finalized_at, id limit ?" + dialect.skippingLocked();
        this.delete = schema.in("delete from {jobs} where id = ? and state = ?", dialect);
    }

    /** Removes up to {@code limit} jobs that {@code rule} is about and says how many. */
    public int prune(Connection connection, PruneRule rule, int limit) throws SQLException {
        return prune(connection, rule, due(connection, rule, limit));
    }

    /** Removes those jobs and says how many. */
    public int prune(Connection connection, PruneRule rule, List<Long> ids) throws SQLException {
        if (ids.isEmpty()) {
            return 0;
        }
        try (PreparedStatement statement = connection.prepareStatement(delete)) {
            for (long id : ids) {
                statement.setLong(1, id);
                statement.setString(2, rule.state().code());
                statement.addBatch();
            }
            int pruned = 0;
            for (int count : statement.executeBatch()) {
                pruned += count == Statement.SUCCESS_NO_INFO ? 1 : count;
            }
            return pruned;
        }
    }

    /** Up to {@code limit} jobs that {@code rule} is about, the oldest first; locked for this transaction. */
    public List<Long> due(Connection connection, PruneRule rule, int limit) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement(select + rule.state().code() + "'" + ofQueues(rule) + locked)) {
            statement.setLong(1, -Micros.of(rule.keep()));
            int next = 2;
            for (String queue : rule.queues()) {
                statement.setString(next++, queue);
            }
            statement.setInt(next, limit);
            try (ResultSet rows = statement.executeQuery()) {
                List<Long> ids = new ArrayList<>();
                while (rows.next()) {
                    ids.add(rows.getLong(1));
                }
                return ids;
            }
        }
    }

    private static String ofQueues(PruneRule rule) {
        if (rule.queues().isEmpty()) {
            return "";
        }
        String marks = "?" + ", ?".repeat(rule.queues().size() - 1);
        return " and queue " + (rule.others() ? "not in (" : "in (") + marks + ")";
    }
}
