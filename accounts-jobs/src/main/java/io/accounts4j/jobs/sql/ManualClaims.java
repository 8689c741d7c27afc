package io.accounts4j.jobs.sql;

import io.accounts4j.job.JobState;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Jobs taken one by one, for tests: plain statements that every database runs alike. Thread-safe. */
public final class ManualClaims {

    private final String due;
    private final String waiting;
    private final String hold;
    private final String read;
    private final String enqueued;

    /** In that schema of that kind of database. */
    public ManualClaims(Dialect dialect, Schema schema) {
        String select = "select id, kind from {jobs} where queue = ? and state in {waiting}";
        String order = " order by priority, run_at, id";
        this.due = schema.in(select + " and run_at <= " + dialect.inMicros() + order, dialect);
        this.waiting = schema.in(select + order, dialect);
        this.hold = schema.in(
                "update {jobs} set attempt = attempt + 1, lease = lease + 1, node_id = ?, attempted_at = "
                        + dialect.now() + ", "
                        + UniqueKey.keptIn(JobState.EXECUTING)
                        + ", state = 'executing' where id = ? and state in {waiting}",
                dialect);
        this.read = schema.in("select " + ClaimedRows.columns(dialect) + " from {jobs} where id = ?", dialect);
        this.enqueued = schema.in(
                "select id, kind, queue, state, " + dialect.toMicros("run_at")
                        + ", args, args_enc, args_key_id, args_id from {jobs} where state in {waiting} order by id",
                dialect);
    }

    /** A job that waits. */
    public record Waiting(long id, String kind) {}

    /** A job that waits, in full. */
    public record Enqueued(
            long id, String kind, String queue, String state, long dueMicros, StoredArguments arguments) {}

    /** The jobs of {@code queue} that are due {@code ahead} of the present, in the order in which they would run. */
    public List<Waiting> due(Connection connection, String queue, Duration ahead) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(due)) {
            statement.setString(1, queue);
            statement.setLong(2, Micros.of(ahead));
            return waiting(statement);
        }
    }

    /** The waiting jobs of {@code queue}, due or not. */
    public List<Waiting> waiting(Connection connection, String queue) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(waiting)) {
            statement.setString(1, queue);
            return waiting(statement);
        }
    }

    private static List<Waiting> waiting(PreparedStatement statement) throws SQLException {
        try (ResultSet rows = statement.executeQuery()) {
            List<Waiting> jobs = new ArrayList<>();
            while (rows.next()) {
                jobs.add(new Waiting(rows.getLong(1), rows.getString(2)));
            }
            return jobs;
        }
    }

    /** Takes a job for {@code node}; empty where it waits no more. */
    public Optional<ClaimedJob> claim(Connection connection, long node, long id) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(hold);
                PreparedStatement select = connection.prepareStatement(read)) {
            update.setLong(1, node);
            update.setLong(2, id);
            if (update.executeUpdate() == 0) {
                return Optional.empty();
            }
            select.setLong(1, id);
            return ClaimedRows.of(select).stream().findFirst();
        }
    }

    /** Everything that waits, in the order in which it was queued. */
    public List<Enqueued> enqueued(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(enqueued);
                ResultSet row = statement.executeQuery()) {
            List<Enqueued> jobs = new ArrayList<>();
            while (row.next()) {
                StoredArguments arguments =
                        new StoredArguments(row.getString(6), row.getBytes(7), row.getString(8), row.getBytes(9));
                jobs.add(new Enqueued(
                        row.getLong(1),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getLong(5),
                        arguments));
            }
            return jobs;
        }
    }
}
