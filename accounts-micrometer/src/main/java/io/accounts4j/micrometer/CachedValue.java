package io.accounts4j.micrometer;

import io.accounts4j.health.Health;
import io.accounts4j.health.TimedCheck;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A value that is read from its source when it is older than a limit, so that many gauges cost one reading. A reading is
 * waited for a second: while a database is away a scrape would otherwise take as long as all its timeouts, and be given up
 * just then. Thread-safe.
 */
final class CachedValue<T> {

    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final Supplier<T> source;
    private final Duration fresh;
    private final TimedCheck reading;
    private Optional<T> value = Optional.empty();
    private long readAt;

    /** Reads {@code source} again after {@code fresh}, 0 or more. */
    CachedValue(Supplier<T> source, Duration fresh) {
        this.source = source;
        this.fresh = fresh;
        this.reading = new TimedCheck("accounts-meters", PATIENCE, Health.fail("late"), this::read);
        this.readAt = System.nanoTime() - fresh.toNanos();
    }

    /** Returns the last value; empty where the last reading failed or none has ended. */
    Optional<T> get() {
        if (isStale()) {
            var unused = reading.check();
        }
        return last();
    }

    private synchronized boolean isStale() {
        return System.nanoTime() - readAt >= fresh.toNanos();
    }

    private synchronized Optional<T> last() {
        return value;
    }

    private Health read() {
        try {
            keep(Optional.of(source.get()));
        } catch (RuntimeException e) {
            keep(Optional.empty());
        }
        return Health.pass();
    }

    private synchronized void keep(Optional<T> found) {
        value = found;
        readAt = System.nanoTime();
    }
}
