package io.accounts4j.users;

import java.util.Optional;

/**
 * Changes of a user; empty fields stay unchanged.
 *
 * @param email the new address as typed
 * @param name the new name as typed
 * @param administrator true if the user may manage others
 */
public record UserChanges(Optional<String> email, Optional<String> name, Optional<Boolean> administrator) {

    private static final UserChanges NONE = new UserChanges(Optional.empty(), Optional.empty(), Optional.empty());

    /** Nothing yet. */
    public static UserChanges none() {
        return NONE;
    }

    /** And this address. */
    public UserChanges email(String changed) {
        return new UserChanges(Optional.of(changed), name, administrator);
    }

    /** And this name. */
    public UserChanges name(String changed) {
        return new UserChanges(email, Optional.of(changed), administrator);
    }

    /** And this right. */
    public UserChanges administrator(boolean changed) {
        return new UserChanges(email, name, Optional.of(changed));
    }
}
