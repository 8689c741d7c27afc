package io.accounts4j.jdbi;

import io.accounts4j.password.PasswordHash;
import io.accounts4j.user.Email;
import io.accounts4j.user.PasswordStore;
import io.accounts4j.user.UserId;
import io.accounts4j.user.UserPassword;
import java.util.Optional;

/** Password hashes in {@code accounts_users}, read by nothing else. A user without one is not found here. */
final class JdbiPasswordStore implements PasswordStore {

    private final Sql sql;
    private final String find;
    private final String replace;

    JdbiPasswordStore(Sql sql) {
        String users = sql.table("accounts_users");
        this.sql = sql;
        this.find = "select " + UserRows.COLUMNS + ", u.password_hash from " + users
                + " u where u.email_canonical = ? and u.password_hash is not null";
        this.replace = "update " + users + " set password_hash = ? where id = ? and password_hash = ?";
    }

    @Override
    public Optional<UserPassword> find(Email email) {
        return sql.first(
                find,
                parameters -> parameters.add(email.canonical()),
                row -> new UserPassword(UserRows.read(row), PasswordHash.of(row.text())));
    }

    @Override
    public boolean replace(UserId user, PasswordHash expected, PasswordHash renewed) {
        return sql.update(
                        replace,
                        parameters -> parameters
                                .add(renewed.encoded())
                                .add(user.value())
                                .add(expected.encoded()))
                == 1;
    }
}
