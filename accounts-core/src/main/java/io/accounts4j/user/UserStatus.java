package io.accounts4j.user;

import java.time.Instant;
import java.util.Optional;

/**
 * The status of a user.
 *
 * @param confirmedAt when the address was proved to be theirs
 * @param disabledAt when an administrator closed the account to its owner
 */
public record UserStatus(Optional<Instant> confirmedAt, Optional<Instant> disabledAt) {

    /** Neither confirmed nor disabled: how everybody begins. */
    public static UserStatus unconfirmed() {
        return new UserStatus(Optional.empty(), Optional.empty());
    }
}
