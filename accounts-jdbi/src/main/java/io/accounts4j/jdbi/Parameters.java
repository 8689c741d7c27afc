package io.accounts4j.jdbi;

import io.accounts4j.kernel.CanIgnoreReturnValue;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** The parameters of a statement, bound one after the other. */
final class Parameters {

    private final PreparedStatement statement;
    private final Dialect dialect;
    private int index;

    Parameters(PreparedStatement statement, Dialect dialect) {
        this.statement = statement;
        this.dialect = dialect;
    }

    @CanIgnoreReturnValue
    Parameters add(UUID value) throws SQLException {
        dialect.bind(statement, ++index, value);
        return this;
    }

    @CanIgnoreReturnValue
    Parameters add(Instant value) throws SQLException {
        dialect.bind(statement, ++index, value);
        return this;
    }

    @CanIgnoreReturnValue
    Parameters add(String value) throws SQLException {
        statement.setString(++index, value);
        return this;
    }

    @CanIgnoreReturnValue
    Parameters add(byte[] value) throws SQLException {
        statement.setBytes(++index, value);
        return this;
    }

    @CanIgnoreReturnValue
    Parameters add(boolean value) throws SQLException {
        statement.setBoolean(++index, value);
        return this;
    }

    @CanIgnoreReturnValue
    Parameters add(long value) throws SQLException {
        statement.setLong(++index, value);
        return this;
    }

    @CanIgnoreReturnValue
    Parameters addTime(Optional<Instant> value) throws SQLException {
        return value.isPresent() ? add(value.get()) : addNull(Types.TIMESTAMP);
    }

    @CanIgnoreReturnValue
    Parameters addText(Optional<String> value) throws SQLException {
        return value.isPresent() ? add(value.get()) : addNull(Types.VARCHAR);
    }

    @CanIgnoreReturnValue
    Parameters addNumber(Optional<Long> value) throws SQLException {
        return value.isPresent() ? add(value.get().longValue()) : addNull(Types.BIGINT);
    }

    @CanIgnoreReturnValue
    Parameters addUuid(Optional<UUID> value) throws SQLException {
        return value.isPresent() ? add(value.get()) : addNull(Types.NULL);
    }

    @CanIgnoreReturnValue
    private Parameters addNull(int type) throws SQLException {
        statement.setNull(++index, type);
        return this;
    }
}
