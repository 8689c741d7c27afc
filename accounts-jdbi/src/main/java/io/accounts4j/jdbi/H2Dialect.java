package io.accounts4j.jdbi;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** {@code uuid}, and {@code timestamp} that always says UTC; a failed statement is undone by itself. */
final class H2Dialect implements Dialect {

    @Override
    public void bind(PreparedStatement statement, int index, UUID value) throws SQLException {
        statement.setObject(index, value);
    }

    @Override
    public void bind(PreparedStatement statement, int index, Instant value) throws SQLException {
        UtcTimes.bind(statement, index, value);
    }

    @Override
    public @Nullable UUID uuid(ResultSet row, int column) throws SQLException {
        return row.getObject(column, UUID.class);
    }

    @Override
    public @Nullable Instant instant(ResultSet row, int column) throws SQLException {
        return UtcTimes.read(row, column);
    }

    @Override
    public boolean failureAbortsTransaction() {
        return false;
    }

    @Override
    public String insertUserUnlessTaken(String insert) {
        return insert;
    }

    @Override
    public String forUpdate() {
        return " for update";
    }

    @Override
    public String deleteReturning(String table, String columns, String condition) {
        return "select " + columns + " from old table (delete from " + table + " where " + condition + ")";
    }

    @Override
    public String deleteOldest(String table, String key, String time, String condition) {
        return "delete from " + table + " where " + key + " in (select " + key + " from " + table + " where "
                + condition + " order by " + time + " limit ?)";
    }

    @Override
    public boolean indexesRowValues() {
        return false;
    }

    @Override
    public EventLog eventLog(Sql sql) {
        return new GapEventLog(sql);
    }
}
