package io.accounts4j.jobs.node;

import io.accounts4j.job.JobHandler;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.function.IntFunction;

/**
 * What a node does.
 *
 * @param limits how many jobs of each queue it runs at once
 * @param handlers by the kind they handle
 * @param backoff the wait after the given failed attempt
 */
public record Settings(
        Map<String, Integer> limits, Map<String, JobHandler> handlers, IntFunction<Duration> backoff, Timing timing) {

    /** Copies. */
    public Settings {
        limits = Map.copyOf(limits);
        handlers = Map.copyOf(handlers);
    }

    /** {@code handlers} by kind; {@link IllegalArgumentException} where two handle the same. */
    public static Map<String, JobHandler> byKind(Collection<JobHandler> handlers) {
        Map<String, JobHandler> byKind = new HashMap<>();
        for (JobHandler handler : handlers) {
            if (byKind.putIfAbsent(handler.kind(), handler) != null) {
                throw new IllegalArgumentException("two handlers for jobs of kind " + handler.kind() + ": give one");
            }
        }
        return byKind;
    }

    /**
     * When it does it.
     *
     * @param poll how often it looks for due jobs, whether or not it is told to
     * @param beat how often it renews its lease
     * @param ttl how long it counts as alive after that
     * @param grace how long jobs may take to end when it closes
     */
    public record Timing(Duration poll, Duration beat, Duration ttl, Duration grace) {

        /** Refuses what could not work. */
        public Timing {
            if (poll.isNegative() || poll.isZero() || beat.isNegative() || beat.isZero() || grace.isNegative()) {
                throw new IllegalArgumentException("poll and heartbeat take more than no time, and the grace no less");
            }
            if (ttl.compareTo(beat.multipliedBy(2)) < 0) {
                throw new IllegalArgumentException(
                        "a node that beats every " + beat + " needs to live " + beat.multipliedBy(2)
                                + " or more after each, not " + ttl + ", or one late beat costs it its jobs");
            }
        }
    }
}
