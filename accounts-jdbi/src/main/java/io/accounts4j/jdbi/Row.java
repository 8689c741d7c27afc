package io.accounts4j.jdbi;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** The current row of a result, read column after column. */
final class Row {

    private final ResultSet result;
    private final Dialect dialect;
    private int column;

    Row(ResultSet result, Dialect dialect) {
        this.result = result;
        this.dialect = dialect;
    }

    boolean next() throws SQLException {
        column = 0;
        return result.next();
    }

    UUID uuid() throws SQLException {
        return Objects.requireNonNull(dialect.uuid(result, ++column));
    }

    Optional<UUID> optionalUuid() throws SQLException {
        return Optional.ofNullable(dialect.uuid(result, ++column));
    }

    Instant time() throws SQLException {
        return Objects.requireNonNull(dialect.instant(result, ++column));
    }

    Optional<Instant> optionalTime() throws SQLException {
        return Optional.ofNullable(dialect.instant(result, ++column));
    }

    String text() throws SQLException {
        return Objects.requireNonNull(result.getString(++column));
    }

    Optional<String> optionalText() throws SQLException {
        return Optional.ofNullable(result.getString(++column));
    }

    byte[] bytes() throws SQLException {
        return Objects.requireNonNull(result.getBytes(++column));
    }

    boolean flag() throws SQLException {
        return result.getBoolean(++column);
    }

    Optional<Long> optionalNumber() throws SQLException {
        long value = result.getLong(++column);
        return result.wasNull() ? Optional.empty() : Optional.of(value);
    }

    long number() throws SQLException {
        return result.getLong(++column);
    }
}
