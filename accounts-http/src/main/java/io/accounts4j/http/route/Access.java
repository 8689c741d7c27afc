package io.accounts4j.http.route;

import io.accounts4j.http.wire.ProblemException;
import io.accounts4j.http.wire.ProblemType;
import io.accounts4j.user.Right;
import io.accounts4j.user.User;
import io.accounts4j.user.UserId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The callers admitted to a route. */
public enum Access {
    /** Everybody; who asks is not even looked at, so that it costs nothing and needs no database. */
    PUBLIC(null),
    /** Everybody; a caller who cannot be looked up, as while the database is down, counts as nobody. */
    RECOGNISED(null),
    /** Everybody, signed in or not. */
    ANYONE(null),
    /** Every signed-in user. */
    SIGNED_IN(Right.SIGNED_IN),
    /** The user the path names, and administrators; to others that user does not exist. */
    SELF_OR_ADMINISTRATOR(Right.SELF_OR_ADMINISTRATOR),
    /** Administrators. */
    ADMINISTRATOR(Right.ADMINISTRATOR);

    private final @Nullable Right right;

    Access(@Nullable Right right) {
        this.right = right;
    }

    /** The right a user must have; empty where nobody need be signed in. */
    public Optional<Right> right() {
        return Optional.ofNullable(right);
    }

    public boolean needsUser() {
        return right != null;
    }

    /** Refuses {@code user}, who is signed in, where this is not for them. */
    public void check(User user, Optional<UserId> named) {
        if (this == ADMINISTRATOR && !user.administrator()) {
            throw ProblemException.of(ProblemType.FORBIDDEN, "only administrators may do this");
        }
        if (this == SELF_OR_ADMINISTRATOR && !user.administrator() && !named.equals(Optional.of(user.id()))) {
            throw ProblemException.of(ProblemType.NOT_FOUND, "there is nothing here");
        }
    }
}
