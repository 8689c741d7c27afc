package io.accounts4j.testkit;

import io.accounts4j.password.PasswordHash;
import io.accounts4j.user.Email;
import io.accounts4j.user.User;
import io.accounts4j.user.UserId;
import io.accounts4j.user.UserPassword;
import io.accounts4j.user.UserRepository;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Users in a {@link Database}. A row and an address are locked by name, as a primary key and a unique index would. */
final class InMemoryUserRepository implements UserRepository {

    private final Database database;

    InMemoryUserRepository(Database database) {
        this.database = database;
    }

    @Override
    public boolean add(User user, PasswordHash password) {
        return database.run(transaction -> {
            lock(transaction, user.email());
            if (isTaken(transaction, user)) {
                return false;
            }
            database.lock(transaction, user.id());
            database.users.put(transaction, user.id(), new UserPassword(user, password));
            return true;
        });
    }

    @Override
    public Optional<User> findById(UserId id) {
        return database.run(transaction -> find(transaction, id));
    }

    @Override
    public Optional<User> findByEmail(Email email) {
        return database.run(transaction -> byEmail(transaction, email).map(UserPassword::user));
    }

    @Override
    public Optional<User> lock(UserId id) {
        return database.run(transaction -> {
            database.lock(transaction, id);
            return find(transaction, id);
        });
    }

    @Override
    public List<User> lockAdministrators(Set<UserId> others) {
        return database.run(transaction -> {
            Set<UserId> wanted = new TreeSet<>(others);
            administrators(transaction).forEach(user -> wanted.add(user.id()));
            return wanted.stream()
                    .flatMap(id -> {
                        database.lock(transaction, id);
                        return find(transaction, id).stream();
                    })
                    .filter(user -> user.administrator() || others.contains(user.id()))
                    .toList();
        });
    }

    @Override
    public Change update(User user) {
        return database.run(transaction -> {
            database.lock(transaction, user.id());
            Optional<UserPassword> stored = database.users.get(transaction, user.id());
            if (stored.isEmpty()) {
                return Change.ABSENT;
            }
            lock(transaction, stored.get().user().email());
            lock(transaction, user.email());
            if (isTaken(transaction, user)) {
                return Change.REFUSED;
            }
            database.users.put(
                    transaction, user.id(), new UserPassword(user, stored.get().hash()));
            return Change.DONE;
        });
    }

    @Override
    public Change delete(UserId id) {
        return database.run(transaction -> {
            database.lock(transaction, id);
            Optional<User> stored = find(transaction, id);
            if (stored.isEmpty()) {
                return Change.ABSENT;
            }
            if (database.referenced.contains(id)) {
                return Change.REFUSED;
            }
            lock(transaction, stored.get().email());
            database.users.remove(transaction, id);
            InMemoryTokenStore.deleteByUser(database, transaction, id);
            InMemorySessionStore.deleteByUser(database, transaction, id, Optional.empty());
            return Change.DONE;
        });
    }

    /** Search text is computed at each query, so no row is outdated. */
    @Override
    public Optional<UserId> refold(Optional<UserId> after, int limit) {
        return Optional.empty();
    }

    private Optional<User> find(Transaction transaction, UserId id) {
        return database.users.get(transaction, id).map(UserPassword::user);
    }

    private Optional<UserPassword> byEmail(Transaction transaction, Email email) {
        return InMemoryPasswordStore.find(database, transaction, email);
    }

    private boolean isTaken(Transaction transaction, User user) {
        return byEmail(transaction, user.email())
                .filter(owner -> !owner.user().id().equals(user.id()))
                .isPresent();
    }

    private void lock(Transaction transaction, Email email) {
        database.lock(transaction, email.canonical());
    }

    private List<User> administrators(Transaction transaction) {
        return database.users
                .rows(transaction)
                .map(UserPassword::user)
                .filter(User::administrator)
                .sorted(Comparator.comparing(User::id))
                .toList();
    }
}
