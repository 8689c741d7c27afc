package io.accounts4j.user;

import java.util.Optional;

/** A right that a verb may ask of the user it acts for. */
public enum Right {
    /** To be signed in. */
    SIGNED_IN,
    /** To be the user that is acted on, or an administrator. */
    SELF_OR_ADMINISTRATOR,
    /** To manage other users. */
    ADMINISTRATOR;

    /** Returns whether {@code user} has this right over {@code target}, which is empty where nobody is acted on. */
    public boolean isHeldBy(User user, Optional<UserId> target) {
        return switch (this) {
            case SIGNED_IN -> true;
            case SELF_OR_ADMINISTRATOR -> user.administrator() || target.equals(Optional.of(user.id()));
            case ADMINISTRATOR -> user.administrator();
        };
    }
}
