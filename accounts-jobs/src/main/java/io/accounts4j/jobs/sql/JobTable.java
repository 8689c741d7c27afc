package io.accounts4j.jobs.sql;

import io.accounts4j.job.JobId;
import io.accounts4j.job.JobState;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The statements on {@code accounts_jobs}. Each runs on the connection it is given and commits nothing. Whatever takes a job
 * out of {@code executing} adds one to its lease, so that the lease alone says whether a claim still holds it. Thread-safe.
 */
public final class JobTable {

    private final String cancel;
    private final String complete;
    private final String orphans;
    private final String held;
    private final String unwanted;
    private final Claims claims;
    private final Acknowledgements acknowledgements;
    private final RowLocks locks;

    /** In that schema of that kind of database. */
    public JobTable(Dialect dialect, Schema schema) {
        this.claims = dialect.claims(schema);
        this.acknowledgements = dialect.acknowledgements(schema);
        this.locks = new RowLocks(dialect, schema);
        this.cancel = schema.in(
                "update {jobs} set state = 'cancelled', finalized_at = " + dialect.now() + ", "
                        + UniqueKey.keptIn(JobState.CANCELLED) + " where id = ? and state in {waiting}",
                dialect);
        this.complete = schema.in(
                "update {jobs} set state = 'completed', lease = lease + 1, args_enc = null, finalized_at = "
                        + dialect.now() + ", "
                        + UniqueKey.keptIn(JobState.COMPLETED) + " where id = ? and lease = ?",
                dialect);
        // By an expression: in the order of the primary key PostgreSQL was seen to walk all jobs that ever were.
        this.orphans = schema.in(
                "select " + ClaimedRows.columns(dialect) + ", " + dialect.toMicros(dialect.now()) + " - "
                        + dialect.toMicros("attempted_at") + " as held from {jobs} j where state = 'executing'"
                        + " and not exists (select 1 from {nodes} n where n.id = j.node_id and n.expires_at >= "
                        + dialect.now() + ") and j.id > ? order by j.id + 0 limit ?" + dialect.skippingLocked(),
                dialect);
        String held =
                "select " + ClaimedRows.columns(dialect) + " from {jobs} where state = 'executing' and node_id = ?";
        this.held = schema.in(held, dialect);
        this.unwanted = schema.in(held + " and cancel_requested", dialect);
    }

    /** Calls off a job that waits; {@code false} where none of that id does. */
    public boolean cancel(Connection connection, JobId id) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(cancel)) {
            statement.setLong(1, id.value());
            return statement.executeUpdate() == 1;
        }
    }

    /** See {@link Claims#claim}. */
    public List<ClaimedJob> claim(Connection connection, ClaimRequest request) throws SQLException {
        return claims.claim(connection, request);
    }

    /** See {@link Claims#untilNext}. */
    public Optional<Duration> untilNext(Connection connection, Collection<String> queues) throws SQLException {
        return claims.untilNext(connection, queues);
    }

    /** Marks a held job as completed; {@code false} where it is no longer held under that lease. */
    public boolean complete(Connection connection, long id, long lease) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(complete)) {
            statement.setLong(1, id);
            statement.setLong(2, lease);
            return statement.executeUpdate() == 1;
        }
    }

    /** Writes what became of held jobs and says which were still held under their lease. */
    public Set<Long> acknowledge(Connection connection, Collection<JobOutcome> outcomes) throws SQLException {
        return acknowledgements.write(connection, outcomes);
    }

    /** Writes, in this transaction, the outcomes of those held jobs whose row nobody else has locked. Waits for no lock. */
    public Acknowledged acknowledgeUnlocked(Connection connection, Collection<JobOutcome> outcomes)
            throws SQLException {
        List<Long> ids = outcomes.stream().map(JobOutcome::id).toList();
        Set<Long> ours = locks.lock(connection, ids).keySet();
        List<JobOutcome> free =
                outcomes.stream().filter(of -> ours.contains(of.id())).toList();
        Map<Long, Long> others = locks.read(
                connection, ids.stream().filter(id -> !ours.contains(id)).toList());
        Map<Long, String> left = new HashMap<>();
        for (JobOutcome outcome : outcomes) {
            if (Long.valueOf(outcome.lease()).equals(others.get(outcome.id()))) {
                left.put(outcome.id(), Acknowledged.LOCKED);
            }
        }
        return new Acknowledged(acknowledge(connection, free), left);
    }

    /**
     * Returns up to {@code limit} jobs whose node is no more or counts as dead, by id, behind the id {@code after}. Locks the rows for
     * this transaction and passes over rows that others have locked.
     */
    public List<Orphan> orphans(Connection connection, long after, int limit) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(orphans)) {
            statement.setLong(1, after);
            statement.setInt(2, limit);
            return ClaimedRows.orphans(statement);
        }
    }

    /** All jobs that {@code node} holds. */
    public List<ClaimedJob> heldBy(Connection connection, long node) throws SQLException {
        return heldBy(connection, held, node);
    }

    /** The jobs that {@code node} holds and whose cancellation is requested. */
    public List<ClaimedJob> unwantedOf(Connection connection, long node) throws SQLException {
        return heldBy(connection, unwanted, node);
    }

    private static List<ClaimedJob> heldBy(Connection connection, String sql, long node) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setLong(1, node);
            return ClaimedRows.of(statement);
        }
    }
}
