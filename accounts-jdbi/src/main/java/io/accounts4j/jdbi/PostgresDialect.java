package io.accounts4j.jdbi;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** {@code uuid} and {@code timestamptz}; a failed statement aborts its transaction. */
final class PostgresDialect implements Dialect {

    @Override
    public void bind(PreparedStatement statement, int index, UUID value) throws SQLException {
        statement.setObject(index, value);
    }

    @Override
    public void bind(PreparedStatement statement, int index, Instant value) throws SQLException {
        statement.setObject(index, value.atOffset(ZoneOffset.UTC));
    }

    @Override
    public @Nullable UUID uuid(ResultSet row, int column) throws SQLException {
        return row.getObject(column, UUID.class);
    }

    @Override
    public @Nullable Instant instant(ResultSet row, int column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    @Override
    public boolean failureAbortsTransaction() {
        return true;
    }

    @Override
    public String insertUserUnlessTaken(String insert) {
        return insert + " on conflict (email_canonical) do nothing";
    }

    /** Not {@code for update}, which would also hold up whoever signs in: their session refers to the row. */
    @Override
    public String forUpdate() {
        return " for no key update";
    }

    @Override
    public String deleteReturning(String table, String columns, String condition) {
        return "delete from " + table + " where " + condition + " returning " + columns;
    }

    /** The array keeps the planner from running the inner select more than once. */
    @Override
    public String deleteOldest(String table, String key, String time, String condition) {
        return "delete from " + table + " where " + key + " = any(array(select " + key + " from " + table + " where "
                + condition + " order by " + time + " limit ? for update skip locked))";
    }

    @Override
    public boolean indexesRowValues() {
        return true;
    }

    @Override
    public EventLog eventLog(Sql sql) {
        return new SnapshotEventLog(sql);
    }
}
