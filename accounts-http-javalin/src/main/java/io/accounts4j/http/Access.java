package io.accounts4j.http;

import io.accounts4j.user.User;
import io.accounts4j.user.UserId;
import java.util.Optional;

/** Who may call an operation. */
enum Access {
    /** Everybody; who asks is not even looked at, so that it costs nothing and needs no database. */
    PUBLIC,
    /** Everybody, signed in or not. */
    ANYONE,
    /** Whoever is signed in. */
    SIGNED_IN,
    /** The user the path names, and administrators; to others that user does not exist. */
    SELF_OR_ADMINISTRATOR,
    /** Administrators. */
    ADMINISTRATOR;

    boolean needsUser() {
        return this != PUBLIC && this != ANYONE;
    }

    /** Refuses {@code user}, who is signed in, where this is not for them. */
    void check(User user, Optional<UserId> named) {
        if (this == ADMINISTRATOR && !user.administrator()) {
            throw Refusal.of(ProblemType.FORBIDDEN, "only administrators may do this");
        }
        if (this == SELF_OR_ADMINISTRATOR && !user.administrator() && !named.equals(Optional.of(user.id()))) {
            throw Refusal.of(ProblemType.NOT_FOUND, "there is nothing here");
        }
    }
}
