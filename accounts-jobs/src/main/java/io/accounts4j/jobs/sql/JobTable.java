package io.accounts4j.jobs.sql;

import io.accounts4j.job.JobId;
import io.accounts4j.job.JobState;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The statements on {@code accounts_jobs}. Each runs on the connection it is given and commits nothing. Whatever takes a job
 * out of {@code executing} adds one to its lease, so that the lease alone says whether a claim still holds it. Thread-safe.
 */
public final class JobTable {

    /** The states from which a job is claimed. */
    private static final String WAITING = "('available', 'scheduled', 'retryable')";

    private final Dialect dialect;
    private final Schema schema;
    private final String cancel;
    private final String complete;
    private final String settle;
    private final String orphans;
    private final String held;

    /** In that schema of that kind of database. */
    public JobTable(Dialect dialect, Schema schema) {
        this.dialect = dialect;
        this.schema = schema;
        this.cancel = schema.in(
                "update {jobs} set state = 'cancelled', finalized_at = " + dialect.now() + ", "
                        + UniqueKey.keptIn(JobState.CANCELLED) + " where id = ? and state in "
                        + WAITING,
                dialect);
        this.complete = schema.in(
                "update {jobs} set state = 'completed', lease = lease + 1, args_enc = null, finalized_at = "
                        + dialect.now() + ", "
                        + UniqueKey.keptIn(JobState.COMPLETED) + " where id = ? and lease = ?",
                dialect);
        this.settle = schema.in(
                "update {jobs} set state = case when erased and ? = 0 then 'cancelled' else ? end,"
                        + " attempt = attempt - ?, lease = lease + 1, run_at = " + dialect.inMicros()
                        + ", finalized_at = case when erased or ? = 1 then " + dialect.now()
                        + " end, errors = case when erased then "
                        + dialect.json().replace("?", Json.NONE)
                        + " else " + dialect.json() + " end, args_enc = case when ? = 0 then args_enc end"
                        + ", uniq_key = case when uniq_scope >= ? then uniq_key end where id = ? and lease = ?",
                dialect);
        this.orphans = schema.in(
                "select " + ClaimedRows.columns(dialect) + " from {jobs} j where state = 'executing'"
                        + " and not exists (select 1 from {nodes} n where n.id = j.node_id) order by id limit ?",
                dialect);
        this.held = schema.in(
                "select " + ClaimedRows.columns(dialect)
                        + " from {jobs} where state = 'executing' and node_id = ? order by id",
                dialect);
    }

    /** Calls off a job that waits; {@code false} where none of that id does. */
    public boolean cancel(Connection connection, JobId id) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(cancel)) {
            statement.setLong(1, id.value());
            return statement.executeUpdate() == 1;
        }
    }

    /** See {@link Dialect#claim}. */
    public List<ClaimedJob> claim(Connection connection, Demand demand) throws SQLException {
        return dialect.claim(connection, schema, demand);
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
    public Set<Long> settle(Connection connection, Collection<Settlement> settlements) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(settle)) {
            Set<Long> held = new HashSet<>();
            for (Settlement settlement : settlements) {
                int ended = settlement.state().isFinal() ? 1 : 0;
                statement.setInt(1, ended);
                statement.setString(2, settlement.state().code());
                statement.setInt(3, settlement.returned());
                statement.setLong(4, Micros.of(settlement.delay()));
                statement.setInt(5, ended);
                statement.setString(6, settlement.errors());
                statement.setInt(7, settlement.state() == JobState.COMPLETED ? 1 : 0);
                statement.setInt(8, UniqueKey.scopeOf(settlement.state()));
                statement.setLong(9, settlement.id());
                statement.setLong(10, settlement.lease());
                if (statement.executeUpdate() == 1) {
                    held.add(settlement.id());
                }
            }
            return held;
        }
    }

    /** Up to {@code limit} jobs whose node is no more. */
    public List<ClaimedJob> orphans(Connection connection, int limit) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(orphans)) {
            statement.setInt(1, limit);
            return ClaimedRows.of(statement);
        }
    }

    /** Everything that {@code node} holds. */
    public List<ClaimedJob> heldBy(Connection connection, long node) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(held)) {
            statement.setLong(1, node);
            return ClaimedRows.of(statement);
        }
    }
}
