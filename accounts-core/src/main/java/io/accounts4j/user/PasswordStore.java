package io.accounts4j.user;

import io.accounts4j.kernel.Port;
import io.accounts4j.password.PasswordHash;
import java.util.Optional;

/**
 * Keeps the password hashes of users, apart from everything that is ever shown. Every method takes part in the
 * transaction open on the calling thread and commits alone where there is none. Thread-safe. Proved by {@code
 * PasswordStoreContract}.
 */
@Port
public interface PasswordStore {

    /** The user with that address together with the stored password, in one look. */
    Optional<UserPassword> find(Email email);

    /**
     * Replaces {@code expected} by {@code renewed}, atomically; {@code false} when the user is gone or has another
     * password by now, and then nothing changes.
     */
    boolean replace(UserId user, PasswordHash expected, PasswordHash renewed);
}
