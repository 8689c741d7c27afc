package io.accounts4j.benchmarks;

import io.accounts4j.user.Email;
import io.accounts4j.user.User;
import io.accounts4j.user.UserId;
import io.accounts4j.user.UserRevision;
import io.accounts4j.user.UserStatus;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The floor: a constant statement and a hand-written mapper to the same value. */
final class PlainJdbc {

    private static final String COLUMNS =
            "select id, email, name, is_admin, confirmed_at, disabled_at, inserted_at, updated_at, version from accounts_users";

    private final DataSource dataSource;

    PlainJdbc(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    User byId(UUID id) {
        return one(COLUMNS + " where id = ?", id);
    }

    User byEmail(String email) {
        return one(COLUMNS + " where email_canonical = ?", new Email(email).canonical());
    }

    private User one(String sql, Object key) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setObject(1, key);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return map(row);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static User map(ResultSet row) throws SQLException {
        return new User(
                new UserId(row.getObject(1, UUID.class)),
                new Email(row.getString(2)),
                row.getString(3),
                row.getBoolean(4),
                new UserStatus(optional(row, 5), optional(row, 6)),
                new UserRevision(instant(row, 7), instant(row, 8), row.getLong(9)));
    }

    private static Instant instant(ResultSet row, int column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static Optional<Instant> optional(ResultSet row, int column) throws SQLException {
        @Nullable OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return Optional.ofNullable(time).map(OffsetDateTime::toInstant);
    }
}
