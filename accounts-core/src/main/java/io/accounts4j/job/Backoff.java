package io.accounts4j.job;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/** How long a failed job waits before it is tried again: 15 + 2^attempt seconds and up to a tenth more, as in Oban. */
public final class Backoff {

    private static final int STEEPEST = 20;

    private Backoff() {}

    /** The wait after the given failed attempt, the first being 1. */
    public static Duration after(int attempt) {
        long millis = 1000L * (15 + (1L << Math.min(attempt, STEEPEST)));
        return Duration.ofMillis(millis + ThreadLocalRandom.current().nextLong(millis / 10 + 1));
    }
}
