package io.accounts4j.user;

import java.time.Instant;
import java.util.Optional;

/**
 * Someone with an account, as stored. Never holds a password or its hash.
 *
 * @param name 2 to 100 code points
 * @param administrator true if the user may manage other users
 */
public record User(
        UserId id, Email email, String name, boolean administrator, UserStatus status, UserRevision revision) {

    /** When the address was confirmed, if it was. */
    public Optional<Instant> confirmedAt() {
        return status.confirmedAt();
    }

    /** Returns whether the address was confirmed. */
    public boolean isConfirmed() {
        return status.confirmedAt().isPresent();
    }

    /** Returns whether an administrator has closed the account to its owner. */
    public boolean isDisabled() {
        return status.disabledAt().isPresent();
    }

    /** When the user was stored first, in UTC with microseconds. */
    public Instant insertedAt() {
        return revision.insertedAt();
    }

    /** When the user was changed last, in UTC with microseconds. */
    public Instant updatedAt() {
        return revision.updatedAt();
    }

    /** The same user with another address. */
    public User withEmail(Email changed) {
        return new User(id, changed, name, administrator, status, revision);
    }

    /** The same user with another name. */
    public User withName(String changed) {
        return new User(id, email, changed, administrator, status, revision);
    }

    /** The same user with or without the right to manage others. */
    public User withAdministrator(boolean changed) {
        return new User(id, email, name, changed, status, revision);
    }

    /** The same user, confirmed at {@code when}. */
    public User confirmedAt(Instant when) {
        UserStatus confirmed = new UserStatus(Optional.of(when), status.disabledAt());
        return new User(id, email, name, administrator, confirmed, revision);
    }

    /** The same user as the next version, changed at {@code when}. */
    public User revisedAt(Instant when) {
        return new User(id, email, name, administrator, status, revision.next(when));
    }
}
