package io.accounts4j.jdbi;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** {@code uuid}, and {@code timestamp} in UTC. */
final class H2Dialect extends PlainDialect {

    @Override
    public void bind(PreparedStatement statement, int index, UUID value) throws SQLException {
        statement.setObject(index, value);
    }

    @Override
    public @Nullable UUID uuid(ResultSet row, int column) throws SQLException {
        return row.getObject(column, UUID.class);
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
}
