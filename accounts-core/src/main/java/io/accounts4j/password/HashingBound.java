package io.accounts4j.password;

import java.time.Duration;

/**
 * How many passwords are hashed at once, so that a storm of sign-ins leaves the processors to other requests.
 *
 * @param permits hashes that run at the same time
 * @param queue callers that may wait for a permit
 * @param patience how long one waits before it is told to come back later
 */
public record HashingBound(int permits, int queue, Duration patience) {

    /** Refuses bounds that would let nothing through. */
    public HashingBound {
        if (permits < 1 || queue < 0 || patience.isNegative()) {
            throw new IllegalArgumentException(
                    "a hashing bound needs at least 1 permit, a queue of 0 or more, and a wait");
        }
    }

    /** All processors but one, four waiting callers for each, two seconds. */
    public static HashingBound ofThisMachine() {
        int permits = Math.max(1, Runtime.getRuntime().availableProcessors() - 1);
        return new HashingBound(permits, 4 * permits, Duration.ofSeconds(2));
    }
}
