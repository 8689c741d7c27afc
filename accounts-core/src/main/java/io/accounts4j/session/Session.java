package io.accounts4j.session;

import io.accounts4j.event.Client;
import io.accounts4j.user.UserId;
import java.time.Instant;

/**
 * One sign-in of one user.
 *
 * @param createdAt when it began
 * @param authenticatedAt when its user proved who they are last
 * @param expiresAt the first moment at which it is no longer accepted
 */
public record Session(
        SessionId id, UserId user, Instant createdAt, Instant authenticatedAt, Instant expiresAt, Client client) {}
