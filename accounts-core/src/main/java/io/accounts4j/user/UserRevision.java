package io.accounts4j.user;

import java.time.Instant;

/**
 * Which state of a user this is.
 *
 * @param version 1 when stored first, one more with every change
 */
public record UserRevision(Instant insertedAt, Instant updatedAt, long version) {

    /** The first state, stored at {@code now}. */
    public static UserRevision first(Instant now) {
        return new UserRevision(now, now, 1);
    }

    /** The state after this one. */
    public UserRevision next(Instant now) {
        return new UserRevision(insertedAt, now, version + 1);
    }
}
