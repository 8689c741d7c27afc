package io.accounts4j.job;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * How an engine of jobs is doing, by the clock of its store.
 *
 * @param oldestDue how long the job has waited that is due the longest, in queues that are worked on; empty where none is due
 * @param liveNodes how many nodes have shown lately that they live
 * @param pausedQueues what is paused or stopped on all nodes, by name
 * @param deadTuples row versions that wait to be vacuumed, where the database has such
 * @param oldestSnapshot how long the longest open transaction keeps row versions from being vacuumed, where it does
 */
public record JobHealth(
        Optional<Duration> oldestDue,
        int liveNodes,
        List<String> pausedQueues,
        OptionalLong deadTuples,
        Optional<Duration> oldestSnapshot) {

    /** Copies the queues. */
    public JobHealth {
        pausedQueues = List.copyOf(pausedQueues);
    }
}
