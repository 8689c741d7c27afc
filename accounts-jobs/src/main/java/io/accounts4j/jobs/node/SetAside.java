package io.accounts4j.jobs.node;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Executions whose outcome could not be stored, until it is retried: after 100 ms, then after twice the previous pause, up to
 * 5 s. Not thread-safe.
 */
final class SetAside {

    private static final Logger LOG = LoggerFactory.getLogger(SetAside.class);
    private static final long QUIET_NANOS = Duration.ofSeconds(10).toNanos();
    private static final int MOST_NAMED = 20;

    private final List<Execution> executions = new ArrayList<>();
    private int retries;
    private long next;
    private long nextLog = System.nanoTime();

    /** Adds executions. */
    void add(List<Execution> more) {
        if (!more.isEmpty()) {
            if (executions.isEmpty()) {
                retries = 0;
                pause();
            }
            executions.addAll(more);
        }
    }

    /** The time until the next retry; {@link Long#MAX_VALUE} without executions. */
    long nanosUntilDue() {
        return executions.isEmpty() ? Long.MAX_VALUE : next - System.nanoTime();
    }

    /** The executions to retry now. They stay here, since an outage of the database may leave them all. */
    List<Execution> due() {
        pause();
        return List.copyOf(executions);
    }

    /** Keeps only {@code left}, after a retry. */
    void keep(List<Execution> left) {
        executions.clear();
        executions.addAll(left);
    }

    /** Removes and returns all. */
    List<Execution> take() {
        List<Execution> all = List.copyOf(executions);
        executions.clear();
        return all;
    }

    private void pause() {
        retries++;
        next = System.nanoTime() + NodeLoops.BACKOFF.after(retries).toNanos();
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
