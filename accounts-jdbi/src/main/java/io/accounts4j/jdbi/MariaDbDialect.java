package io.accounts4j.jdbi;

import java.nio.ByteBuffer;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** {@code binary(16)} in the order of the text, and {@code datetime(6)} in UTC. */
final class MariaDbDialect extends PlainDialect {

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
    public @Nullable UUID uuid(ResultSet row, int column) throws SQLException {
        byte[] bytes = row.getBytes(column);
        if (bytes == null) {
            return null;
        }
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        return new UUID(buffer.getLong(), buffer.getLong());
    }

    @Override
    public String deleteReturning(String table, String columns, String condition) {
        return "delete from " + table + " where " + condition + " returning " + columns;
    }

    @Override
    public String deleteOldest(String table, String key, String time, String condition) {
        return "delete from " + table + " where " + condition + " order by " + time + " limit ?";
    }
}
