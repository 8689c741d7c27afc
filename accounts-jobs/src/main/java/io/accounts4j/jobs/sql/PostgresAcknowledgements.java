package io.accounts4j.jobs.sql;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One statement for any number of outcomes. {@code (select ?)} hides the arrays from the planner: who sees how long they are
 * joins them by a scan of the whole table, where a look-up by primary key for each is several times cheaper.
 */
final class PostgresAcknowledgements extends Acknowledgements {

    /**
     * Has the server wait for a lock no longer than a second until the transaction ends, for the other outcomes wait too.
     * Evaluated once, before any row is looked up, at no round trip and without the driver's timer.
     */
    private static final String LIMITED = "(select set_config('lock_timeout', '1s', true)) is not null";

    private static final String UPDATE = """
            update {jobs} job set
              attempt = job.attempt - outcome.returned,
              lease = job.lease + 1,
              run_at = case when {waits} then clock_timestamp() + outcome.delay * interval '1 microsecond' else job.run_at end,
              finalized_at = case when not ({waits}) then clock_timestamp() end,
              errors = case when job.erased then '[]' else coalesce(outcome.errors::jsonb, job.errors) end,
              args_enc = case when outcome.state <> 'completed' then job.args_enc end,
              uniq_key = case when not job.erased and job.uniq_scope >=
                case when outcome.delay is null or {waits} then outcome.scope else 4 end then job.uniq_key end,
              state = case when outcome.delay is null or {waits} then outcome.state else 'cancelled' end
            from unnest((select ?::bigint[]), (select ?::bigint[]), (select ?::text[]), (select ?::int[]),
                (select ?::bigint[]), (select ?::text[]), (select ?::int[]))
              as outcome(id, lease, state, returned, delay, errors, scope)
            where {limited} and job.id = outcome.id and job.lease = outcome.lease
            returning job.id
            """.replace("{limited}", LIMITED)
            .replace("{waits}", "outcome.delay is not null and not {unwanted}")
            .replace("{unwanted}", "(job.cancel_requested or job.erased)");

    private static final String DELETE = """
            delete from {jobs} job using unnest((select ?::bigint[]), (select ?::bigint[])) as outcome(id, lease)
            where {limited} and job.id = outcome.id and job.lease = outcome.lease
            returning job.id
            """.replace("{limited}", LIMITED);

    private final String kept;
    private final String deleted;

    PostgresAcknowledgements(Dialect dialect, Schema schema) {
        this.kept = schema.in(UPDATE, dialect);
        this.deleted = schema.in(DELETE, dialect);
    }

    @Override
    void update(Connection connection, List<JobOutcome> outcomes, Set<Long> held) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(kept)) {
            statement.setArray(1, array(connection, "int8", outcomes, JobOutcome::id));
            statement.setArray(2, array(connection, "int8", outcomes, JobOutcome::lease));
            statement.setArray(
                    3, array(connection, "text", outcomes, of -> of.state().code()));
            statement.setArray(4, array(connection, "int4", outcomes, JobOutcome::returned));
            statement.setArray(5, array(connection, "int8", outcomes, PostgresAcknowledgements::delay));
            statement.setArray(
                    6, array(connection, "text", outcomes, of -> of.errors().orElse(null)));
            statement.setArray(7, array(connection, "int4", outcomes, of -> UniqueKey.scopeOf(of.state())));
            addIds(statement, held);
        }
    }

    @Override
    void delete(Connection connection, List<JobOutcome> outcomes, Set<Long> held) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(deleted)) {
            statement.setArray(1, array(connection, "int8", outcomes, JobOutcome::id));
            statement.setArray(2, array(connection, "int8", outcomes, JobOutcome::lease));
            addIds(statement, held);
        }
    }

    /** Null for a job that waits no more. */
    private static @Nullable Long delay(JobOutcome outcome) {
        return outcome.state().isFinal() ? null : Micros.of(outcome.delay());
    }

    private static Array array(
            Connection connection, String type, List<JobOutcome> outcomes, Function<JobOutcome, @Nullable Object> value)
            throws SQLException {
        return connection.createArrayOf(type, outcomes.stream().map(value).toArray());
    }

    private static void addIds(PreparedStatement statement, Set<Long> held) throws SQLException {
        try (ResultSet ids = statement.executeQuery()) {
            while (ids.next()) {
                held.add(ids.getLong(1));
            }
        }
    }
}
