package io.accounts4j.jdbi;

import io.accounts4j.kernel.StoreException;
import io.accounts4j.password.PasswordHash;
import io.accounts4j.user.Email;
import io.accounts4j.user.User;
import io.accounts4j.user.UserId;
import io.accounts4j.user.UserRevision;
import io.accounts4j.user.UserStatus;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;

/** A host with a table of its own, {@code host_rows}, in the database that a store is over. */
final class HostDatabase {

    static final Instant NOW = Instant.parse("2026-03-04T05:06:07.123456Z");

    private HostDatabase() {}

    static User user(String email) {
        return new User(
                UserId.next(NOW),
                new Email(email),
                "Test User",
                false,
                UserStatus.unconfirmed(),
                UserRevision.first(NOW));
    }

    static boolean add(JdbiStore store, String email) {
        return add(store, user(email));
    }

    static boolean add(JdbiStore store, User user) {
        return store.users().add(user, PasswordHash.of("$2b$04$" + "A".repeat(53)));
    }

    static boolean has(JdbiStore store, String email) {
        return store.users().findByEmail(new Email(email)).isPresent();
    }

    /** A row of the host, written on {@code connection}. */
    static Connection insertRow(Connection connection) {
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate("insert into host_rows values (1)");
            return connection;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Work of the library that fails halfway, in a transaction of its own or joined. */
    static void failHalfway(JdbiStore store) {
        store.transactions().inTransaction(() -> {
            boolean added = add(store, "half@example.com");
            throw new StoreException("on purpose, after adding: " + added, false, null);
        });
    }
}
