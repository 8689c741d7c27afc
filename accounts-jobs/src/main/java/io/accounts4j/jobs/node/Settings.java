package io.accounts4j.jobs.node;

import io.accounts4j.job.JobListener;
import java.time.Duration;
import java.util.Map;
import java.util.Set;

/**
 * The settings of a node.
 *
 * @param limits the number of jobs of each queue that run at once
 * @param handlings by the kind they handle
 * @param schedules names of the schedules whose jobs it stores
 * @param listener notified of events of jobs
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
     * The intervals of a node.
     *
     * @param poll between two polls for due jobs
     * @param beat between two renewals of the lease
     * @param ttl the validity of a renewed lease
     * @param grace the longest wait for executing jobs when it closes
     */
    public record Timing(Duration poll, Duration beat, Duration ttl, Duration grace) {

        /** {@link IllegalArgumentException} for a value out of its range. */
        public Timing {
            var unusedPoll = EngineRanges.poll(poll);
            var unusedTtl = EngineRanges.timeToLive(ttl, EngineRanges.heartbeat(beat));
            var unusedGrace = EngineRanges.grace(grace);
        }
    }
}
