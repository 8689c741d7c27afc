package io.accounts4j.micrometer;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What was seen lately, so that many gauges cost one look. A look has a thread of its own and is waited for a second: while
 * a database is away a scrape would otherwise take as long as all its timeouts, and be given up just then. Thread-safe.
 */
final class Recent<T> {

    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final Supplier<T> look;
    private final Duration fresh;
    private Optional<T> seen = Optional.empty();
    private long seenAt;
    private boolean looking;

    /** Looks again after {@code fresh}, 0 or more. */
    Recent(Supplier<T> look, Duration fresh) {
        this.look = look;
        this.fresh = fresh;
        this.seenAt = System.nanoTime() - fresh.toNanos();
    }

    /** What was seen last; empty where that failed, or where nothing was seen yet. */
    Optional<T> get() {
        CountDownLatch looked = lookIfStale();
        if (looked != null) {
            await(looked);
        }
        return last();
    }

    private synchronized Optional<T> last() {
        return seen;
    }

    private synchronized @Nullable CountDownLatch lookIfStale() {
        if (looking || System.nanoTime() - seenAt < fresh.toNanos()) {
            return null;
        }
        looking = true;
        CountDownLatch looked = new CountDownLatch(1);
        Thread thread = new Thread(
                () -> {
                    keep(looked());
                    looked.countDown();
                },
                "accounts-meters");
        thread.setDaemon(true);
        thread.start();
        return looked;
    }

    private Optional<T> looked() {
        try {
            return Optional.of(look.get());
        } catch (RuntimeException e) {
            return Optional.empty();
        }
    }

    private synchronized void keep(Optional<T> found) {
        seen = found;
        seenAt = System.nanoTime();
        looking = false;
    }

    private static void await(CountDownLatch looked) {
        try {
            var unused = looked.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
