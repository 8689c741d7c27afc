package io.accounts4j.kernel;

import java.time.Duration;

/**
 * A limit on attempts was reached; nothing was done. The same call may succeed after {@link #retryAfter}. Status 429 in HTTP,
 * with {@code Retry-After}.
 */
public final class TooManyAttemptsException extends AccountsException {

    private static final long serialVersionUID = 1L;

    private final Duration retryAfter;

    /**
     * With the time to wait; {@link IllegalArgumentException} unless it is positive.
     *
     * @param retryAfter the time after which an attempt is allowed again
     */
    public TooManyAttemptsException(Duration retryAfter) {
        super("too many attempts; retry after " + retryAfter, true, null);
        if (retryAfter.isZero() || retryAfter.isNegative()) {
            throw new IllegalArgumentException(
                    "retryAfter must be > PT0S, got " + retryAfter + "; give the time until an attempt is allowed");
        }
        this.retryAfter = retryAfter;
    }

    /** The time after which an attempt is allowed again. */
    public Duration retryAfter() {
        return retryAfter;
    }
}
