package io.accounts4j.session;

import io.accounts4j.user.User;

/** A user and the session they are here by. */
public record SignedInUser(User user, Session session) {}
