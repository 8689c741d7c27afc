package io.accounts4j.jobs.sql;

import io.accounts4j.job.JobCount;
import io.accounts4j.job.JobDetail;
import io.accounts4j.job.JobFilter;
import io.accounts4j.job.JobId;
import io.accounts4j.job.JobState;
import io.accounts4j.job.JobSummary;
import io.accounts4j.page.Cursor;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How {@code accounts_jobs} is looked at. Takes no locks. Thread-safe. */
public final class JobViews {

    private static final List<JobState> FINAL =
            Stream.of(JobState.values()).filter(JobState::isFinal).toList();

    private final Dialect dialect;
    private final String counts;
    private final String list;
    private final String find;

    /** In that schema of that kind of database. */
    public JobViews(Dialect dialect, Schema schema) {
        this.dialect = dialect;
        String summary = "j.id, j.kind, j.queue, j.state, j.attempt, j.max_attempts, "
                + Stream.of("inserted_at", "run_at", "attempted_at", "finalized_at")
                        .map(column -> dialect.toMicros("j." + column))
                        .collect(Collectors.joining(", "))
                + ", j.tags";
        String counted = "(" + dialect.waitingJobs() + " limit ?)"
                + " union all (select queue, state from {jobs} where state = 'executing' limit ?)"
                + FINAL.stream()
                        .map(state -> " union all (select queue, state from {jobs} where state = '" + state.code()
                                + "' order by finalized_at desc limit ?)")
                        .collect(Collectors.joining());
        this.counts = schema.in(
                "select queue, state, count(*) from (" + counted + ") counted group by queue, state", dialect);
        this.list = schema.in("select " + summary + " from {jobs} j where ", dialect);
        this.find = schema.in(
                "select " + summary + ", j.priority, j.args, j.errors, j.cancel_requested,"
                        + " case when j.state = 'executing' then n.name end"
                        + " from {jobs} j left join {nodes} n on n.id = j.node_id where j.id = ?",
                dialect);
    }

    /** By queue and state; {@code most} jobs are counted of those that wait, that are held, and of each final state. */
    public List<JobCount> counts(Connection connection, int most) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(counts)) {
            for (int i = 1; i <= FINAL.size() + 2; i++) {
                statement.setInt(i, most);
            }
            try (ResultSet rows = statement.executeQuery()) {
                List<JobCount> counted = new ArrayList<>();
                while (rows.next()) {
                    counted.add(new JobCount(rows.getString(1), state(rows.getString(2)), rows.getLong(3), true));
                }
                return bounded(counted, most);
            }
        }
    }

    private static List<JobCount> bounded(List<JobCount> counted, int most) {
        Map<JobState, Long> perBound = new EnumMap<>(JobState.class);
        counted.forEach(count -> perBound.merge(bound(count.state()), count.count(), Long::sum));
        return counted.stream()
                .map(count -> new JobCount(
                        count.queue(),
                        count.state(),
                        count.count(),
                        perBound.getOrDefault(bound(count.state()), 0L) < most))
                .toList();
    }

    /** Those that wait are counted together. */
    private static JobState bound(JobState state) {
        return state.isWaiting() ? JobState.AVAILABLE : state;
    }

    /** Up to {@code limit} jobs next to {@code position}, the nearest first. */
    public List<JobSummary> list(Connection connection, JobFilter filter, Cursor position, int limit)
            throws SQLException {
        Selection selection = Selection.of(filter, dialect).at(position);
        String order = position.backward() ? " order by j.id limit ?" : " order by j.id desc limit ?";
        try (PreparedStatement statement = connection.prepareStatement(list + selection.condition("j.") + order)) {
            statement.setInt(selection.bind(statement, 1), limit);
            try (ResultSet rows = statement.executeQuery()) {
                List<JobSummary> jobs = new ArrayList<>();
                while (rows.next()) {
                    jobs.add(summary(rows));
                }
                return jobs;
            }
        }
    }

    /** The job with that id. */
    public Optional<JobDetail> find(Connection connection, JobId id) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(find)) {
            statement.setLong(1, id.value());
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? Optional.of(detail(row)) : Optional.empty();
            }
        }
    }

    private static JobDetail detail(ResultSet row) throws SQLException {
        return new JobDetail(
                summary(row),
                row.getInt(12),
                Optional.ofNullable(row.getString(13)),
                Json.toErrors(row.getString(14)),
                Optional.ofNullable(row.getString(16)),
                row.getBoolean(15));
    }

    private static JobSummary summary(ResultSet row) throws SQLException {
        return new JobSummary(
                new JobId(row.getLong(1)),
                row.getString(2),
                row.getString(3),
                state(row.getString(4)),
                new JobSummary.Attempts(row.getInt(5), row.getInt(6)),
                new JobSummary.Times(
                        Micros.toInstant(row.getLong(7)),
                        Micros.toInstant(row.getLong(8)),
                        optionalInstant(row, 9),
                        optionalInstant(row, 10)),
                Set.copyOf(Json.toTexts(row.getString(11))));
    }

    private static Optional<Instant> optionalInstant(ResultSet row, int column) throws SQLException {
        long micros = row.getLong(column);
        return row.wasNull() ? Optional.empty() : Optional.of(Micros.toInstant(micros));
    }

    private static JobState state(String code) {
        return JobState.valueOf(code.toUpperCase(Locale.ROOT));
    }
}
