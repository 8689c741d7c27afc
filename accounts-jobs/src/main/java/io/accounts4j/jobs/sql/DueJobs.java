package io.accounts4j.jobs.sql;

import io.accounts4j.jobs.sql.ClaimedRows.Row;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Locks the due jobs of a queue in MariaDB by priority, due time and id, whatever their kinds: counts without locks how many of
 * the first jobs are of each kind and priority, then locks as many of each. Thread-safe.
 */
final class DueJobs {

    private static final String DUE = """
            from {jobs} where waiting = ? and kind = ? and priority = ? and run_at <= utc_timestamp(6)
            order by run_at, id limit ?""";

    private final String count;
    private final String lock;

    DueJobs(Dialect dialect, Schema schema) {
        this.count = schema.in("(select kind, priority, run_at, id " + DUE + ")", dialect);
        this.lock = schema.in(
                "select " + ClaimedRows.columns(dialect, dialect.now()) + " " + DUE + " for update skip locked",
                dialect);
    }

    /** The jobs of one kind and priority. */
    record Pair(String kind, int priority) {}

    /** Locks up to {@code most} due jobs of the kinds and priorities {@code ripe} that no other transaction has locked. */
    List<ClaimedJob> lock(Connection connection, String queue, List<Pair> ripe, int most) throws SQLException {
        Map<Pair, Integer> shares = ripe.size() > 1 ? shares(connection, queue, ripe, most) : share(ripe, most);
        Map<Long, Row> locked = new HashMap<>();
        for (Map.Entry<Pair, Integer> share : shares.entrySet()) {
            lock(connection, queue, share.getKey(), share.getValue(), locked);
        }
        int expected = shares.values().stream().mapToInt(Integer::intValue).sum();
        if (ripe.size() > 1 && locked.size() < expected) {
            for (Pair pair : ripe) {
                lock(connection, queue, pair, most, locked);
            }
        }
        List<ClaimedJob> jobs = ClaimedRows.inOrder(locked.values());
        return jobs.subList(0, Math.min(most, jobs.size()));
    }

    private static Map<Pair, Integer> share(List<Pair> ripe, int most) {
        return ripe.isEmpty() ? Map.of() : Map.of(ripe.get(0), most);
    }

    private Map<Pair, Integer> shares(Connection connection, String queue, List<Pair> ripe, int most)
            throws SQLException {
        String all = String.join(" union all ", Collections.nCopies(ripe.size(), count));
        try (PreparedStatement statement =
                connection.prepareStatement(all + " order by priority, run_at, id limit " + most)) {
            int first = 1;
            for (Pair pair : ripe) {
                bind(statement, first, queue, pair);
                statement.setInt(first + 3, most);
                first += 4;
            }
            try (ResultSet rows = statement.executeQuery()) {
                Map<Pair, Integer> shares = new HashMap<>();
                while (rows.next()) {
                    shares.merge(new Pair(rows.getString(1), rows.getInt(2)), 1, Integer::sum);
                }
                return shares;
            }
        }
    }

    private void lock(Connection connection, String queue, Pair pair, int most, Map<Long, Row> locked)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(lock)) {
            bind(statement, 1, queue, pair);
            statement.setInt(4, most);
            try (ResultSet rows = statement.executeQuery()) {
                ClaimedRows.rows(rows).forEach(row -> locked.put(row.job().id(), row));
            }
        }
    }

    private static void bind(PreparedStatement statement, int first, String queue, Pair pair) throws SQLException {
        statement.setString(first, queue);
        statement.setString(first + 1, pair.kind());
        statement.setInt(first + 2, pair.priority());
    }
}
