package io.accounts4j.testkit;

import io.accounts4j.password.PasswordHash;
import io.accounts4j.user.Email;
import io.accounts4j.user.PasswordStore;
import io.accounts4j.user.UserId;
import io.accounts4j.user.UserPassword;
import java.util.Optional;

/** Password hashes in a {@link Database}. */
final class InMemoryPasswordStore implements PasswordStore {

    private final Database database;

    InMemoryPasswordStore(Database database) {
        this.database = database;
    }

    @Override
    public Optional<UserPassword> find(Email email) {
        return database.run(transaction -> find(database, transaction, email));
    }

    static Optional<UserPassword> find(Database database, Transaction transaction, Email email) {
        String canonical = email.canonical();
        return database.users
                .rows(transaction)
                .filter(row -> row.user().email().canonical().equals(canonical))
                .findFirst();
    }

    @Override
    public boolean replace(UserId user, PasswordHash expected, PasswordHash renewed) {
        return database.run(transaction -> {
            database.lock(transaction, user);
            Optional<UserPassword> stored = database.users
                    .get(transaction, user)
                    .filter(row -> row.hash().encoded().equals(expected.encoded()));
            stored.ifPresent(row -> database.users.put(transaction, user, new UserPassword(row.user(), renewed)));
            return stored.isPresent();
        });
    }
}
