package io.accounts4j.micrometer;

import io.accounts4j.kernel.AccountsException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What was looked up within the last ten seconds, so that many gauges cost one look and a database that is away is waited for
 * once. Thread-safe.
 */
final class Recent<T> {

    private static final Duration FRESH = Duration.ofSeconds(10);

    private final Supplier<T> look;
    private Optional<T> known = Optional.empty();
    private long lookedAt = System.nanoTime() - FRESH.toNanos();

    Recent(Supplier<T> look) {
        this.look = look;
    }

    /** Empty where the last look failed. */
    synchronized Optional<T> get() {
        if (System.nanoTime() - lookedAt >= FRESH.toNanos()) {
            known = looked();
            lookedAt = System.nanoTime();
        }
        return known;
    }

    private Optional<T> looked() {
        try {
            return Optional.of(look.get());
        } catch (AccountsException e) {
            return Optional.empty();
        }
    }
}
