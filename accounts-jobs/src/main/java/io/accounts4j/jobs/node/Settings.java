package io.accounts4j.jobs.node;

import io.accounts4j.job.JobListener;
import java.time.Duration;
import java.util.Map;
import java.util.Set;

/**
 * What a node does.
 *
 * @param limits how many jobs of each queue it runs at once
 * @param handlings by the kind they handle
 * @param schedules names of those whose jobs it stores
 * @param listener is told what happens to jobs
 */
public record Settings(
        Map<String, Integer> limits,
        Map<String, Handling> handlings,
        Set<String> schedules,
        JobListener listener,
        Timing timing) {

    /** Copies. */
    public Settings {
        limits = Map.copyOf(limits);
        handlings = Map.copyOf(handlings);
        schedules = Set.copyOf(schedules);
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
