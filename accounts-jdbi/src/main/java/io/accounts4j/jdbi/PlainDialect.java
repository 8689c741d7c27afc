package io.accounts4j.jdbi;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The shared part of databases whose time columns have no zone, which undo a failed statement by themselves and cannot list
 * running transactions.
 */
abstract class PlainDialect implements Dialect {

    @Override
    public final void bind(PreparedStatement statement, int index, Instant value) throws SQLException {
        UtcTimes.bind(statement, index, value);
    }

    @Override
    public final @Nullable Instant instant(ResultSet row, int column) throws SQLException {
        return UtcTimes.read(row, column);
    }

    @Override
    public final boolean failureAbortsTransaction() {
        return false;
    }

    /** Plain: the address is the one key that can be in the way, and {@code insert ignore} would hide other faults. */
    @Override
    public final String insertUserUnlessTaken(String insert) {
        return insert;
    }

    @Override
    public final String forUpdate() {
        return " for update";
    }

    @Override
    public final boolean indexesRowValues() {
        return false;
    }

    @Override
    public final EventLog eventLog(Sql sql) {
        return new GapEventLog(sql);
    }
}
