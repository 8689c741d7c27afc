package io.accounts4j.password;

import java.time.Duration;

/**
 * How many passwords are hashed at once, so that a storm of sign-ins leaves the processors to other requests.
 *
 * @param permits hashes that run at the same time, 1 to 10,000
 * @param queue callers that may wait for a permit, 0 to 10,000
 * @param patience how long one waits before it is told to come back later, 0 to 10 minutes
 */
public record HashingBound(int permits, int queue, Duration patience) {

    private static final int MOST = 10_000;
    private static final Duration LONGEST = Duration.ofMinutes(10);

    /** Refuses bounds that would let nothing through. */
    public HashingBound {
        check("permits", permits, 1);
        check("queue", queue, 0);
        if (patience.isNegative() || patience.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("patience must be >= PT0S and <= " + LONGEST + ", got " + patience
                    + "; give the time after which a caller is told to come back");
        }
    }

    private static void check(String setting, int value, int least) {
        if (value < least || value > MOST) {
            throw new IllegalArgumentException(setting + " must be >= " + least + " and <= " + MOST + ", got " + value
                    + "; HashingBound.ofThisMachine() fits most hosts");
        }
    }

    /** All processors but one, four waiting callers for each, two seconds. */
    public static HashingBound ofThisMachine() {
        int permits = Math.max(1, Runtime.getRuntime().availableProcessors() - 1);
        return new HashingBound(permits, 4 * permits, Duration.ofSeconds(2));
    }
}
