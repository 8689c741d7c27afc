package io.accounts4j.jobs.sql;

import io.accounts4j.job.JobFilter;
import io.accounts4j.job.JobId;
import io.accounts4j.job.JobState;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * What is done to jobs by hand: one statement each, which asks for the state itself. {@code state} is assigned last, for
 * MariaDB's assignments see what those before them wrote. Thread-safe.
 */
public final class JobOperations {

    private final String retry;
    private final String retryDiscarded;
    private final String discarded;
    private final String locked;
    private final String cancel;
    private final String discard;
    private final String delete;

    /** In that schema of that kind of database. */
    public JobOperations(Dialect dialect, Schema schema) {
        String due = "update {jobs} set max_attempts = greatest(max_attempts, attempt + 1), run_at = " + dialect.now()
                + ", finalized_at = null, cancel_requested = false, lease = lease + 1,"
                + " state = 'available' where id = ? and (args is not null or args_enc is not null) and state ";
        this.retry = schema.in(due + "not in ('available', 'executing')", dialect);
        this.retryDiscarded = schema.in(due + "= 'discarded'", dialect);
        this.discarded = schema.in("select id from {jobs} where ", dialect);
        this.locked = " order by id limit ?" + dialect.skippingLocked();
        String held = "case when state = 'executing' then ";
        this.cancel = schema.in(
                "update {jobs} set cancel_requested = (state = 'executing'), finalized_at = " + held + "null else "
                        + dialect.now() + " end, uniq_key = " + held + "uniq_key when uniq_scope >= "
                        + UniqueKey.scopeOf(JobState.CANCELLED) + " then uniq_key end, lease = lease + " + held
                        + "0 else 1 end, state = " + held
                        + "state else 'cancelled' end where id = ? and (state = 'executing' or state in {waiting})",
                dialect);
        this.discard = schema.in(
                "update {jobs} set finalized_at = " + dialect.now()
                        + ", " + UniqueKey.keptIn(JobState.DISCARDED)
                        + ", lease = lease + 1, state = 'discarded' where id = ? and state in {waiting}",
                dialect);
        this.delete = schema.in("delete from {jobs} where id = ? and state <> 'executing'", dialect);
    }

    /** Makes a job due that is neither available nor held. */
    public boolean retry(Connection connection, JobId id) throws SQLException {
        return changed(connection, retry, id);
    }

    /** Makes up to {@code limit} discarded jobs due that nobody else has locked, and says how many. */
    public int retryDiscarded(Connection connection, JobFilter filter, int limit) throws SQLException {
        return changed(connection, retryDiscarded, discarded(connection, filter, limit));
    }

    private List<Long> discarded(Connection connection, JobFilter filter, int limit) throws SQLException {
        Selection selection = Selection.of(filter.in(JobState.DISCARDED));
        String sql = discarded + selection.condition("") + locked;
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setInt(selection.bind(statement, 1), limit);
            try (ResultSet rows = statement.executeQuery()) {
                List<Long> ids = new ArrayList<>();
                while (rows.next()) {
                    ids.add(rows.getLong(1));
                }
                return ids;
            }
        }
    }

    /** Calls a waiting job off, or asks for it where the job is held. */
    public boolean cancel(Connection connection, JobId id) throws SQLException {
        return changed(connection, cancel, id);
    }

    /** Gives a waiting job up. */
    public boolean discard(Connection connection, JobId id) throws SQLException {
        return changed(connection, discard, id);
    }

    /** Removes a job nobody holds. */
    public boolean delete(Connection connection, JobId id) throws SQLException {
        return changed(connection, delete, id);
    }

    private static boolean changed(Connection connection, String sql, JobId id) throws SQLException {
        return changed(connection, sql, List.of(id.value())) == 1;
    }

    private static int changed(Connection connection, String sql, List<Long> ids) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            int changed = 0;
            for (long id : ids) {
                statement.setLong(1, id);
                changed += statement.executeUpdate();
            }
            return changed;
        }
    }
}
