package io.accounts4j.jobs.sql;

import io.accounts4j.jobs.sql.ClaimedJob.Attempts;
import io.accounts4j.jobs.sql.ClaimedJob.Kind;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** How a held job is read. */
final class ClaimedRows {

    private static final String COLUMNS =
            "id, lease, queue, kind, kind_version, args, args_enc, args_key_id, args_id, priority, attempt, max_attempts,"
                    + " errors";

    private static final Comparator<Row> FIRST = Comparator.comparingInt(Row::priority)
            .thenComparing(row -> row.job().due())
            .thenComparingLong(row -> row.job().id());

    private ClaimedRows() {}

    /** A job and what else decides its turn. */
    record Row(int priority, ClaimedJob job) {}

    /** The columns of a held job. */
    static String columns(Dialect dialect) {
        return columns(dialect, "attempted_at");
    }

    /** The columns of a job that is held since {@code since}. */
    static String columns(Dialect dialect, String since) {
        return COLUMNS + ", " + dialect.toMicros(since) + " - " + dialect.toMicros("run_at") + " as waited, "
                + dialect.toMicros("run_at") + " as due, " + dialect.toMicros("tick") + " as ticked";
    }

    /** The jobs that {@code statement} selects, in the order in which they are to be run: no {@code returning} keeps one. */
    static List<ClaimedJob> of(PreparedStatement statement) throws SQLException {
        try (ResultSet rows = statement.executeQuery()) {
            return inOrder(rows(rows));
        }
    }

    /** The rows of {@code statement}, of jobs whose node died. */
    static List<Orphan> orphans(PreparedStatement statement) throws SQLException {
        try (ResultSet rows = statement.executeQuery()) {
            List<Orphan> found = new ArrayList<>();
            while (rows.next()) {
                found.add(new Orphan(job(rows), micros(rows.getLong("held"))));
            }
            return found;
        }
    }

    private static Optional<Instant> tick(ResultSet row) throws SQLException {
        long micros = row.getLong("ticked");
        return row.wasNull() ? Optional.empty() : Optional.of(Micros.toInstant(micros));
    }

    private static Duration micros(long count) {
        return Duration.of(Math.max(0, count), ChronoUnit.MICROS);
    }

    /** The remaining rows of {@code rows}. */
    static List<Row> rows(ResultSet rows) throws SQLException {
        List<Row> found = new ArrayList<>();
        while (rows.next()) {
            found.add(new Row(rows.getInt("priority"), job(rows)));
        }
        return found;
    }

    /** The jobs of {@code rows} in the order in which they are to be run. */
    static List<ClaimedJob> inOrder(Collection<Row> rows) {
        return rows.stream().sorted(FIRST).map(Row::job).toList();
    }

    private static ClaimedJob job(ResultSet row) throws SQLException {
        return new ClaimedJob(
                row.getLong("id"),
                row.getLong("lease"),
                row.getString("queue"),
                new Kind(row.getString("kind"), row.getInt("kind_version")),
                new StoredArguments(
                        row.getString("args"),
                        row.getBytes("args_enc"),
                        row.getString("args_key_id"),
                        row.getBytes("args_id")),
                new Attempts(row.getInt("attempt"), row.getInt("max_attempts")),
                row.getString("errors"),
                Micros.toInstant(row.getLong("due")),
                tick(row),
                micros(row.getLong("waited")));
    }
}
