package io.accounts4j.jdbi;

import io.accounts4j.user.Email;
import io.accounts4j.user.User;
import io.accounts4j.user.UserId;
import io.accounts4j.user.UserRevision;
import io.accounts4j.user.UserStatus;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/** How a user lies in a row. */
final class UserRows {

    /** The columns that {@link #read} takes, of the table called {@code u}. */
    static final String COLUMNS = "u.id, u.email, u.name, u.is_admin, u.confirmed_at, u.disabled_at, u.inserted_at,"
            + " u.updated_at, u.version";

    private UserRows() {}

    static User read(Row row) throws SQLException {
        UserId id = new UserId(row.uuid());
        Email email = Email.stored(row.text());
        String name = row.text();
        boolean administrator = row.flag();
        Optional<Instant> confirmedAt = row.optionalTime();
        Optional<Instant> disabledAt = row.optionalTime();
        UserRevision revision = new UserRevision(row.time(), row.time(), row.number());
        return new User(id, email, name, administrator, new UserStatus(confirmedAt, disabledAt), revision);
    }
}
