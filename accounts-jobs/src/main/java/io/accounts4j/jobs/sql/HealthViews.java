package io.accounts4j.jobs.sql;

import io.accounts4j.job.JobHealth;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** How the jobs are doing, in a few reads of indexes. Thread-safe. */
public final class HealthViews {

    private final String nodes;
    private final String paused;
    private final String oldestDue;
    private final Optional<String> vacuum;

    /** In that schema of that kind of database. */
    public HealthViews(Dialect dialect, Schema schema) {
        this.nodes = schema.in("select count(*) from {nodes} where expires_at >= " + dialect.now(), dialect);
        String forAll = "select queue from {queues} where node = '' and (paused or stopped)";
        this.paused = schema.in(forAll + " order by queue", dialect);
        this.oldestDue = schema.in(
                "select " + dialect.toMicros("min(head.run_at)") + ", " + dialect.toMicros(dialect.now()) + " from ("
                        + dialect.heads() + ") head where head.queue not in (" + forAll + ")",
                dialect);
        this.vacuum = dialect.vacuum().map(sql -> schema.in(sql, dialect));
    }

    /** Looks now. */
    public JobHealth look(Connection connection) throws SQLException {
        OptionalLong dead = OptionalLong.empty();
        Optional<Duration> snapshot = Optional.empty();
        if (vacuum.isPresent()) {
            try (PreparedStatement statement = connection.prepareStatement(vacuum.get());
                    ResultSet row = statement.executeQuery()) {
                row.next();
                dead = OptionalLong.of(row.getLong(1));
                snapshot = duration(row, 2);
            }
        }
        return new JobHealth(oldestDue(connection), nodes(connection), paused(connection), dead, snapshot);
    }

    private int nodes(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(nodes);
                ResultSet row = statement.executeQuery()) {
            row.next();
            return row.getInt(1);
        }
    }

    private List<String> paused(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(paused);
                ResultSet rows = statement.executeQuery()) {
            List<String> queues = new ArrayList<>();
            while (rows.next()) {
                queues.add(rows.getString(1));
            }
            return queues;
        }
    }

    private Optional<Duration> oldestDue(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(oldestDue);
                ResultSet row = statement.executeQuery()) {
            row.next();
            long due = row.getLong(1);
            if (row.wasNull()) {
                return Optional.empty();
            }
            Duration age = Duration.between(Micros.toInstant(due), Micros.toInstant(row.getLong(2)));
            return age.isNegative() ? Optional.empty() : Optional.of(age);
        }
    }

    private static Optional<Duration> duration(ResultSet row, int column) throws SQLException {
        long seconds = row.getLong(column);
        return row.wasNull() ? Optional.empty() : Optional.of(Duration.ofSeconds(seconds));
    }
}
