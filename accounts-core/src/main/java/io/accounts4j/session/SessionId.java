package io.accounts4j.session;

import io.accounts4j.kernel.Uuid7;
import java.time.Instant;
import java.util.UUID;

/** Names a session in lists and logs; it opens nothing. */
public record SessionId(UUID value) {

    /** A fresh id (UUID version 7) for a session that begins at {@code now}. */
    public static SessionId next(Instant now) {
        return new SessionId(Uuid7.next(now));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
