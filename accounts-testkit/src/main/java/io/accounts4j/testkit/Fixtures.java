package io.accounts4j.testkit;

import io.accounts4j.Accounts;
import io.accounts4j.password.Password;
import io.accounts4j.registration.NewUser;
import io.accounts4j.token.SessionToken;
import io.accounts4j.user.User;
import io.accounts4j.users.UserChanges;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Users for tests, after the fixtures of Phoenix's phx.gen.auth. They are created through {@link io.accounts4j.Accounts}, so
 * that their events and jobs exist as well. Thread-safe.
 */
public final class Fixtures {

    /** The password of every user of the fixtures, as text. */
    public static final String PASSWORD = "Password123!";

    private static final AtomicLong COUNTER = new AtomicLong();

    private final Accounts accounts;

    /** Fixtures that create users through {@code accounts}. */
    public Fixtures(Accounts accounts) {
        this.accounts = accounts;
    }

    /** Returns an address that no other call in this process returns. */
    public static String uniqueEmail() {
        return "user" + COUNTER.incrementAndGet() + "@example.com";
    }

    /** Returns the password of every user of the fixtures. */
    public static Password password() {
        return Password.of(PASSWORD);
    }

    /** Returns a valid registration. */
    public static NewUser newUser() {
        return newUser(uniqueEmail());
    }

    /** Returns a registration that is valid while {@code email} is free. */
    public static NewUser newUser(String email) {
        return new NewUser(email, "Test User", password());
    }

    /** Creates a user whose address is not confirmed. */
    public User user() {
        return user(newUser());
    }

    /** Registers a user; {@link IllegalStateException} if the registration is refused. */
    public User user(NewUser typed) {
        return accounts.registration().register(typed).fold(user -> user, problems -> {
            throw new IllegalStateException("not registered: " + problems);
        });
    }

    /** Creates a user with a confirmed address. */
    public User confirmedUser() {
        return accounts.confirmation().confirm(user().id()).orElseThrow();
    }

    /** Creates an administrator with a confirmed address. */
    public User administrator() {
        return accounts.users()
                .update(confirmedUser().id(), UserChanges.none().administrator(true))
                .orElseThrow();
    }

    /** Opens a session of {@code user} and returns its token. */
    public SessionToken session(User user) {
        return accounts.sessions().open(user);
    }
}
