package io.accounts4j.testkit;

import io.accounts4j.Accounts;
import io.accounts4j.password.Password;
import io.accounts4j.registration.NewUser;
import io.accounts4j.token.SessionToken;
import io.accounts4j.user.User;
import io.accounts4j.users.UserChanges;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Users for tests, as the original's {@code accounts_fixtures} makes them: through the accounts themselves, so that
 * their events and jobs are there too. Thread-safe.
 */
public final class Fixtures {

    /** What every user made here has as a password. */
    public static final String PASSWORD = "Password123!";

    private static final AtomicLong COUNTER = new AtomicLong();

    private final Accounts accounts;

    /** Over accounts of any store. */
    public Fixtures(Accounts accounts) {
        this.accounts = accounts;
    }

    /** An address that no other call returns in this process. */
    public static String uniqueEmail() {
        return "user" + COUNTER.incrementAndGet() + "@example.com";
    }

    /** The password of every user made here. */
    public static Password password() {
        return Password.of(PASSWORD);
    }

    /** A registration that nothing is wrong with. */
    public static NewUser newUser() {
        return newUser(uniqueEmail());
    }

    /** A registration that nothing is wrong with, as long as {@code email} is free. */
    public static NewUser newUser(String email) {
        return new NewUser(email, "Test User", password());
    }

    /** Somebody who has registered and not confirmed the address yet. */
    public User user() {
        return user(newUser());
    }

    /** Whoever registers so; {@link IllegalStateException} where that is refused. */
    public User user(NewUser typed) {
        return accounts.registration().register(typed).fold(user -> user, problems -> {
            throw new IllegalStateException("not registered: " + problems);
        });
    }

    /** Somebody with a confirmed address. */
    public User confirmedUser() {
        return accounts.confirmation().confirm(user().id()).orElseThrow();
    }

    /** An administrator with a confirmed address. */
    public User administrator() {
        return accounts.users()
                .update(confirmedUser().id(), UserChanges.none().administrator(true))
                .orElseThrow();
    }

    /** The token of a fresh session of {@code user}. */
    public SessionToken session(User user) {
        return accounts.sessions().open(user);
    }
}
