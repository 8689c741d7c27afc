package io.accounts4j.testkit.liars;

import io.accounts4j.kernel.StoreException;
import io.accounts4j.page.PageRequest;
import io.accounts4j.password.PasswordHash;
import io.accounts4j.store.AccountStore;
import io.accounts4j.testkit.InMemoryStore;
import io.accounts4j.testkit.contract.PasswordStoreContract;
import io.accounts4j.testkit.contract.UserRepositoryContract;
import io.accounts4j.user.Email;
import io.accounts4j.user.PasswordStore;
import io.accounts4j.user.User;
import io.accounts4j.user.UserFilter;
import io.accounts4j.user.UserId;
import io.accounts4j.user.UserPassword;
import io.accounts4j.user.UserRepository;
import io.accounts4j.user.UserRevision;
import io.accounts4j.user.UserSort;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Stores of users that lie. */
final class LyingUsers {

    private LyingUsers() {}

    private static AccountStore lying(InMemoryStore honest, String method, Lie.Answer answer) {
        return Lie.store(honest, "users", Lie.in(UserRepository.class, method, honest.users(), answer));
    }

    /** Looks whether the address is free, then stores. */
    static class CheckThenAct implements UserRepositoryContract {
        @Override
        public AccountStore emptyStore() {
            InMemoryStore honest = new InMemoryStore();
            Meeting meeting = new Meeting();
            return lying(honest, "add", arguments -> {
                User user = (User) arguments[0];
                boolean free = honest.users().findByEmail(user.email()).isEmpty();
                meeting.await();
                return free && (honest.users().add(user, (PasswordHash) arguments[1]) || true);
            });
        }
    }

    /** Never has all rows refolded. */
    static class RefoldingForever implements UserRepositoryContract {
        @Override
        public AccountStore emptyStore() {
            InMemoryStore honest = new InMemoryStore();
            return lying(honest, "refold", arguments -> Optional.of(UserId.next(Instant.EPOCH)));
        }
    }

    /** Says that it has stored. */
    static class Forgetful implements UserRepositoryContract {
        @Override
        public AccountStore emptyStore() {
            return lying(new InMemoryStore(), "add", arguments -> true);
        }
    }

    /** Compares addresses letter by letter. */
    static class CaseSensitive implements UserRepositoryContract {
        @Override
        public AccountStore emptyStore() {
            InMemoryStore honest = new InMemoryStore();
            return lying(
                    honest,
                    "findByEmail",
                    arguments -> honest.users()
                            .findByEmail((Email) arguments[0])
                            .filter(user -> user.email().equals(arguments[0])));
        }
    }

    /** Keeps times in whole seconds. */
    static class SecondPrecision implements UserRepositoryContract {
        @Override
        public AccountStore emptyStore() {
            InMemoryStore honest = new InMemoryStore();
            return lying(
                    honest,
                    "findById",
                    arguments -> honest.users().findById((UserId) arguments[0]).map(SecondPrecision::rounded));
        }

        private static User rounded(User user) {
            UserRevision revision = new UserRevision(
                    user.insertedAt().truncatedTo(ChronoUnit.SECONDS),
                    user.updatedAt().truncatedTo(ChronoUnit.SECONDS),
                    user.revision().version());
            return new User(user.id(), user.email(), user.name(), user.administrator(), user.status(), revision);
        }
    }

    /** Reads where it should lock. */
    static class WithoutLock implements UserRepositoryContract {
        @Override
        public AccountStore emptyStore() {
            InMemoryStore honest = new InMemoryStore();
            return lying(honest, "lock", arguments -> honest.users().findById((UserId) arguments[0]));
        }
    }

    /** Reads who the administrators are without locking them. */
    static class WithoutLockOnAdministrators implements UserRepositoryContract {
        @Override
        public AccountStore emptyStore() {
            InMemoryStore honest = new InMemoryStore();
            return lying(honest, "lockAdministrators", arguments -> administrators(honest));
        }

        private static List<User> administrators(AccountStore store) {
            return store.directory()
                    .page(UserFilter.all().administrator(true), UserSort.newestFirst(), new PageRequest(1, 100))
                    .items();
        }
    }

    /** Locks the administrators and reads the others. */
    static class WithoutLockOnOthers implements UserRepositoryContract {
        @Override
        public AccountStore emptyStore() {
            InMemoryStore honest = new InMemoryStore();
            return lying(honest, "lockAdministrators", arguments -> {
                Stream<User> others =
                        ((Set<?>) arguments[0]).stream().flatMap(id -> honest.users().findById((UserId) id).stream());
                return Stream.concat(honest.users().lockAdministrators(Set.of()).stream(), others)
                        .sorted(Comparator.comparing(User::id))
                        .toList();
            });
        }
    }

    /** Fails where it should refuse, as a unique index does on its own. */
    static class RefusingByException implements UserRepositoryContract {
        @Override
        public AccountStore emptyStore() {
            InMemoryStore honest = new InMemoryStore();
            return lying(
                    honest,
                    "add",
                    arguments -> honest.transactions().inTransaction(() -> {
                        if (!honest.users().add((User) arguments[0], (PasswordHash) arguments[1])) {
                            throw new StoreException("duplicate key", false, null);
                        }
                        return true;
                    }));
        }
    }

    /** Overwrites the password without looking at the one that is there. */
    static class LastWriteWins implements PasswordStoreContract {
        @Override
        public AccountStore emptyStore() {
            InMemoryStore honest = new InMemoryStore();
            return Lie.store(
                    honest, "passwords", Lie.in(PasswordStore.class, "replace", honest.passwords(), arguments -> {
                        Optional<UserPassword> stored = honest.users()
                                .findById((UserId) arguments[0])
                                .flatMap(user -> honest.passwords().find(user.email()));
                        return stored.isPresent()
                                && honest.passwords()
                                        .replace(
                                                (UserId) arguments[0],
                                                stored.get().hash(),
                                                (PasswordHash) arguments[2]);
                    }));
        }
    }
}
