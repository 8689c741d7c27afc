package io.accounts4j.jdbi;

import java.nio.ByteBuffer;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** {@code binary(16)} in the order of the text, and {@code datetime(6)} that always says UTC. */
final class MariaDbDialect implements Dialect {

    private static final int UUID_BYTES = 16;

    @Override
    public void bind(PreparedStatement statement, int index, UUID value) throws SQLException {
        statement.setBytes(
                index,
                ByteBuffer.allocate(UUID_BYTES)
                        .putLong(value.getMostSignificantBits())
                        .putLong(value.getLeastSignificantBits())
                        .array());
    }

    @Override
    public void bind(PreparedStatement statement, int index, Instant value) throws SQLException {
        UtcTimes.bind(statement, index, value);
    }

    @Override
    public @Nullable UUID uuid(ResultSet row, int column) throws SQLException {
        byte[] bytes = row.getBytes(column);
        if (bytes == null) {
            return null;
        }
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        return new UUID(buffer.getLong(), buffer.getLong());
    }

    @Override
    public @Nullable Instant instant(ResultSet row, int column) throws SQLException {
        return UtcTimes.read(row, column);
    }

    @Override
    public boolean failureAbortsTransaction() {
        return false;
    }

    /** Plain: the address is the one key that can be in the way, and {@code insert ignore} would hide other faults. */
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
        return "delete from " + table + " where " + condition + " returning " + columns;
    }

    @Override
    public String deleteOldest(String table, String key, String time, String condition) {
        return "delete from " + table + " where " + condition + " order by " + time + " limit ?";
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
