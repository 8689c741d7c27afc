package io.accounts4j.supervision;

import java.time.Duration;

/**
 * How long a crashed loop waits before it is started again: the first wait doubled with each crash in a row, up to a bound.
 *
 * @param first the wait after the first crash
 * @param longest the bound
 * @param steady how long a loop must have run for its crash to count as a first one again
 */
public record RestartBackoff(Duration first, Duration longest, Duration steady) {

    private static final int MOST_DOUBLINGS = 30;

    /** Refuses waits that are negative or shrink. */
    public RestartBackoff {
        if (first.isNegative() || longest.compareTo(first) < 0 || steady.isNegative()) {
            throw new IllegalArgumentException("a restart waits 0 or more at first and not less in the end");
        }
    }

    /** From a tenth of a second to 30 seconds; a minute without a crash is a fresh start. */
    public static RestartBackoff standard() {
        return new RestartBackoff(Duration.ofMillis(100), Duration.ofSeconds(30), Duration.ofMinutes(1));
    }

    /** The wait after that many crashes in a row, the first being 1. */
    public Duration after(int crashes) {
        Duration wait = first.multipliedBy(1L << Math.min(crashes - 1, MOST_DOUBLINGS));
        return wait.compareTo(longest) > 0 ? longest : wait;
    }
}
