package io.accounts4j.jobs.sql;

import io.accounts4j.job.JobFilter;
import io.accounts4j.job.JobId;
import io.accounts4j.job.JobOperation;
import io.accounts4j.job.JobState;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The operations on jobs by hand: one statement each, which checks the state itself. {@code state} is assigned last, because
 * assignments of MariaDB read the values of those before them. Thread-safe.
 */
public final class JobOperations {

    private static final String WAITING = "state in {waiting}";

    private final Dialect dialect;
    private final Change retry;
    private final Change cancel;
    private final Change discard;
    private final Change reschedule;
    private final Change delete;

    /** In that schema of that kind of database. */
    public JobOperations(Dialect dialect, Schema schema) {
        this.dialect = dialect;
        this.retry = change(
                "update {jobs} set max_attempts = greatest(max_attempts, attempt + 1), run_at = " + dialect.now()
                        + ", finalized_at = null, cancel_requested = false, lease = lease + 1, state = 'available'",
                "(args is not null or args_enc is not null) and state not in ('available', 'executing')",
                dialect,
                schema);
        String held = "case when state = 'executing' then ";
        this.cancel = change(
                "update {jobs} set cancel_requested = (state = 'executing'), finalized_at = " + held + "null else "
                        + dialect.now() + " end, uniq_key = " + held + "uniq_key when uniq_scope >= "
                        + UniqueKey.scopeOf(JobState.CANCELLED) + " then uniq_key end, lease = lease + " + held
                        + "0 else 1 end, state = " + held + "state else 'cancelled' end",
                "(state = 'executing' or " + WAITING + ")",
                dialect,
                schema);
        this.discard = change(
                "update {jobs} set finalized_at = " + dialect.now() + ", " + UniqueKey.keptIn(JobState.DISCARDED)
                        + ", lease = lease + 1, state = 'discarded'",
                WAITING,
                dialect,
                schema);
        this.reschedule = change(
                "update {jobs} set run_at = " + dialect.atMicros() + ", lease = lease + 1,"
                        + " state = case when state = 'retryable' then state else 'scheduled' end",
                WAITING,
                dialect,
                schema);
        this.delete = change("delete from {jobs}", "state <> 'executing'", dialect, schema);
    }

    /** A statement for one job, given its id, and the start and end of one that locks those it applies to. */
    private record Change(String one, String select, String lock) {}

    private static Change change(String sql, String states, Dialect dialect, Schema schema) {
        return new Change(
                schema.in(sql + " where id = ? and " + states, dialect),
                schema.in("select id from {jobs} where id > ? and " + states + " and ", dialect),
                " order by id limit ?" + dialect.skippingLocked());
    }

    private Change change(JobOperation operation) {
        return switch (operation.action()) {
            case RETRY -> retry;
            case CANCEL -> cancel;
            case DISCARD -> discard;
            case RESCHEDULE -> reschedule;
            case DELETE -> delete;
        };
    }

    /** Changes one job; {@code false} where it is in no state for that. */
    public boolean apply(Connection connection, JobOperation operation, JobId id) throws SQLException {
        return changed(connection, operation, List.of(id.value())) == 1;
    }

    /**
     * A part of many.
     *
     * @param changed how many jobs were changed
     * @param last the highest id that was looked at; empty where nothing is left
     */
    public record Batch(int changed, Optional<JobId> last) {}

    /** Changes up to {@code limit} jobs with ids above {@code beyond} that nobody else has locked. */
    public Batch applyToAll(Connection connection, JobOperation operation, JobFilter filter, JobId beyond, int limit)
            throws SQLException {
        List<Long> ids = ids(connection, change(operation), Selection.of(filter, dialect), beyond, limit);
        Optional<JobId> last = ids.size() < limit ? Optional.empty() : Optional.of(new JobId(ids.get(ids.size() - 1)));
        return new Batch(ids.isEmpty() ? 0 : changed(connection, operation, ids), last);
    }

    private static List<Long> ids(Connection connection, Change change, Selection selection, JobId beyond, int limit)
            throws SQLException {
        String sql = change.select() + selection.condition("") + change.lock();
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setLong(1, beyond.value());
            statement.setInt(selection.bind(statement, 2), limit);
            try (ResultSet rows = statement.executeQuery()) {
                List<Long> ids = new ArrayList<>();
                while (rows.next()) {
                    ids.add(rows.getLong(1));
                }
                return ids;
            }
        }
    }

    private int changed(Connection connection, JobOperation operation, List<Long> ids) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement(change(operation).one())) {
            for (long id : ids) {
                int next = 1;
                if (operation.at().isPresent()) {
                    Instant at = operation.at().get();
                    statement.setLong(next++, Micros.of(at));
                }
                statement.setLong(next, id);
                statement.addBatch();
            }
            int changed = 0;
            for (int count : statement.executeBatch()) {
                changed += count == Statement.SUCCESS_NO_INFO ? 1 : count;
            }
            return changed;
        }
    }
}
