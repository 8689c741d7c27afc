package io.accounts4j.session;

import io.accounts4j.event.Grant;
import io.accounts4j.user.Right;
import io.accounts4j.user.User;

/** A user and the session they are here by. */
public record SignedInUser(User user, Session session) {

    /** The ground on which this user is let in where {@code right} was asked, for {@code Caller.by(user, grant)}. */
    public Grant grant(Right right) {
        return new Grant(session.id().value(), right);
    }
}
