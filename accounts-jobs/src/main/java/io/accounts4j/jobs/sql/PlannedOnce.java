package io.accounts4j.jobs.sql;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * A statement of PostgreSQL that a connection plans once and that is never compiled, whatever the statistics. The settings go
 * with the statement and end with its transaction, so that the host's own statements keep the settings of the host.
 *
 * <p>Left to itself the server compares a plan for any parameters with the mean cost of the plans it made before; on a connection
 * that is older than most of the rows that mean is too low, and each execution is planned anew, for longer than it runs.
 */
final class PlannedOnce {

    private static final String SETTINGS =
            "select set_config('jit', 'off', true), set_config('plan_cache_mode', 'force_generic_plan', true);\n";

    private PlannedOnce() {}

    /** Returns {@code sql}, preceded by the settings. */
    static String of(String sql) {
        return SETTINGS + sql;
    }

    /** Runs a statement of {@link #of} and returns its rows. */
    static ResultSet rows(PreparedStatement statement) throws SQLException {
        statement.execute();
        statement.getMoreResults();
        return statement.getResultSet();
    }
}
