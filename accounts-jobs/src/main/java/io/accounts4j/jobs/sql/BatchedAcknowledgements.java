package io.accounts4j.jobs.sql;

import io.accounts4j.job.JobState;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;

/** A statement for each outcome, sent as a batch. */
final class BatchedAcknowledgements extends Acknowledgements {

    private final String kept;
    private final String deleted;

    /** With what, before each statement, has the server give it up sooner than the network does. */
    BatchedAcknowledgements(Dialect dialect, Schema schema, String limited) {
        // In this order: MariaDB assigns from the left, and what follows sees what was assigned.
        this.kept = schema.in(
                        limited + "update {jobs} set attempt = attempt - ?, lease = lease + 1, run_at = "
                                + dialect.inMicros()
                                + ", finalized_at = case when ? = 1 or {unwanted} then " + dialect.now()
                                + " end, errors = case"
                                + " when erased then " + dialect.json().replace("?", Json.NONE)
                                + " else coalesce(" + dialect.json() + ", errors) end,"
                                + " args_enc = case when ? = 0 then args_enc end,"
                                + " uniq_key = case when not erased and uniq_scope >="
                                + " case when ? = 0 and {unwanted} then 4 else ? end then uniq_key end,"
                                + " state = case when ? = 0 and {unwanted} then 'cancelled' else ? end"
                                + " where id = ? and lease = ?",
                        dialect)
                .replace("{unwanted}", "(cancel_requested or erased)");
        this.deleted = schema.in(limited + "delete from {jobs} where id = ? and lease = ?", dialect);
    }

    @Override
    void update(Connection connection, List<JobOutcome> outcomes, Set<Long> held) throws SQLException {
        write(connection, kept, outcomes, held);
    }

    @Override
    void delete(Connection connection, List<JobOutcome> outcomes, Set<Long> held) throws SQLException {
        write(connection, deleted, outcomes, held);
    }

    private static void write(Connection connection, String sql, List<JobOutcome> outcomes, Set<Long> held)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (JobOutcome outcome : outcomes) {
                bind(statement, outcome);
                statement.addBatch();
            }
            int[] changed = statement.executeBatch();
            for (int i = 0; i < changed.length; i++) {
                if (changed[i] != 0) {
                    held.add(outcomes.get(i).id());
                }
            }
        }
    }

    private static void bind(PreparedStatement statement, JobOutcome outcome) throws SQLException {
        int parameter = 1;
        if (!outcome.deleted()) {
            int last = outcome.state().isFinal() ? 1 : 0;
            statement.setInt(parameter++, outcome.returned());
            statement.setLong(parameter++, Micros.of(outcome.delay()));
            statement.setInt(parameter++, last);
            statement.setString(parameter++, outcome.errors().orElse(null));
            statement.setInt(parameter++, outcome.state() == JobState.COMPLETED ? 1 : 0);
            statement.setInt(parameter++, last);
            statement.setInt(parameter++, UniqueKey.scopeOf(outcome.state()));
            statement.setInt(parameter++, last);
            statement.setString(parameter++, outcome.state().code());
        }
        statement.setLong(parameter++, outcome.id());
        statement.setLong(parameter, outcome.lease());
    }
}
