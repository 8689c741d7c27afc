package io.accounts4j.jobs.sql;

import io.accounts4j.job.JobState;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;

/** A statement for each outcome, sent as a batch. */
final class BatchedSettlements extends Settlements {

    private final String kept;
    private final String forgotten;

    /** With what, before each statement, has the server give it up sooner than the network does. */
    BatchedSettlements(Dialect dialect, Schema schema, String limited) {
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
        this.forgotten = schema.in(limited + "delete from {jobs} where id = ? and lease = ?", dialect);
    }

    @Override
    void keep(Connection connection, List<Settlement> settlements, Set<Long> held) throws SQLException {
        write(connection, kept, settlements, held);
    }

    @Override
    void forget(Connection connection, List<Settlement> settlements, Set<Long> held) throws SQLException {
        write(connection, forgotten, settlements, held);
    }

    private static void write(Connection connection, String sql, List<Settlement> settlements, Set<Long> held)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (Settlement settlement : settlements) {
                bind(statement, settlement);
                statement.addBatch();
            }
            int[] changed = statement.executeBatch();
            for (int i = 0; i < changed.length; i++) {
                if (changed[i] != 0) {
                    held.add(settlements.get(i).id());
                }
            }
        }
    }

    private static void bind(PreparedStatement statement, Settlement settlement) throws SQLException {
        int parameter = 1;
        if (!settlement.forgotten()) {
            int last = settlement.state().isFinal() ? 1 : 0;
            statement.setInt(parameter++, settlement.returned());
            statement.setLong(parameter++, Micros.of(settlement.delay()));
            statement.setInt(parameter++, last);
            statement.setString(parameter++, settlement.errors().orElse(null));
            statement.setInt(parameter++, settlement.state() == JobState.COMPLETED ? 1 : 0);
            statement.setInt(parameter++, last);
            statement.setInt(parameter++, UniqueKey.scopeOf(settlement.state()));
            statement.setInt(parameter++, last);
            statement.setString(parameter++, settlement.state().code());
        }
        statement.setLong(parameter++, settlement.id());
        statement.setLong(parameter, settlement.lease());
    }
}
