package io.accounts4j.jobs.node;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Outcomes that could not be written, until they are tried again: after 100 ms, then after twice the wait before, up to 5 s. Not
 * thread-safe.
 */
final class SetAside<T> {

    private static final Logger LOG = LoggerFactory.getLogger(SetAside.class);
    private static final long FIRST_PAUSE_NANOS = Duration.ofMillis(100).toNanos();
    private static final long LONGEST_PAUSE_NANOS = Duration.ofSeconds(5).toNanos();
    private static final long QUIET_NANOS = Duration.ofSeconds(10).toNanos();
    private static final int MOST_NAMED = 20;

    private final List<T> outcomes = new ArrayList<>();
    private long pause = FIRST_PAUSE_NANOS;
    private long next;
    private long nextLog = System.nanoTime();

    /** Sets more aside. */
    void add(List<T> more) {
        if (!more.isEmpty()) {
            if (outcomes.isEmpty()) {
                pause = FIRST_PAUSE_NANOS;
                next = System.nanoTime() + pause;
            }
            outcomes.addAll(more);
        }
    }

    /** How long it is until these are due; without end where there are none. */
    long nanosUntilDue() {
        return outcomes.isEmpty() ? Long.MAX_VALUE : next - System.nanoTime();
    }

    /** The outcomes to try now. They stay, for a database that is away leaves them all. */
    List<T> due() {
        pause = Math.min(2 * pause, LONGEST_PAUSE_NANOS);
        next = System.nanoTime() + pause;
        return List.copyOf(outcomes);
    }

    /** Keeps only {@code left}, after a try. */
    void keep(List<T> left) {
        outcomes.clear();
        outcomes.addAll(left);
    }

    /** Takes all out. */
    List<T> take() {
        List<T> all = List.copyOf(outcomes);
        outcomes.clear();
        return all;
    }

    /** Logs jobs whose outcome could not be written, once in ten seconds. */
    void log(Map<Long, String> reasons) {
        long now = System.nanoTime();
        if (!reasons.isEmpty() && now - nextLog >= 0) {
            nextLog = now + QUIET_NANOS;
            LOG.warn(
                    "outcomes not stored: count={} jobs={}; retrying, other jobs are not held up",
                    reasons.size(),
                    reasons.entrySet().stream().limit(MOST_NAMED).toList());
        }
    }
}
