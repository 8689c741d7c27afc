package io.accounts4j.job;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Figures of an engine of jobs, by the clock of its store; the same on every node.
 *
 * @param oldestDue how long the job has waited that is due the longest, in queues that are worked on; empty where none is due
 * @param oldestExecuting how long the job has been executing that is executing the longest; empty where none is
 * @param liveNodes how many nodes have shown lately that they live
 * @param pausedQueues queues that are paused or stopped on all nodes, by name
 * @param deadTuples row versions that wait to be vacuumed, where the database has such
 * @param oldestSnapshot how long the longest open transaction keeps row versions from being vacuumed, where it does
 * @param queues the queues with jobs that wait or are executing, by name
 * @param unknownKinds kinds of waiting jobs for which no live node has a handler, by name
 * @param warnings a sentence for each figure beyond its limit
 */
public record JobHealth(
        Optional<Duration> oldestDue,
        Optional<Duration> oldestExecuting,
        int liveNodes,
        List<String> pausedQueues,
        OptionalLong deadTuples,
        Optional<Duration> oldestSnapshot,
        List<Queue> queues,
        List<String> unknownKinds,
        List<String> warnings) {

    /** Copies the lists. */
    public JobHealth {
        pausedQueues = List.copyOf(pausedQueues);
        queues = List.copyOf(queues);
        unknownKinds = List.copyOf(unknownKinds);
        warnings = List.copyOf(warnings);
    }

    /**
     * A queue with jobs.
     *
     * @param oldestDue how long the job has waited that is due the longest; empty where none is due
     * @param oldestExecuting how long the job has been executing that is executing the longest; empty where none is
     * @param served true if a live node works on this queue, also while the queue is paused
     */
    public record Queue(
            String name, Optional<Duration> oldestDue, Optional<Duration> oldestExecuting, boolean served) {}

    /** The same with other warnings. */
    public JobHealth withWarnings(List<String> changed) {
        return new JobHealth(
                oldestDue,
                oldestExecuting,
                liveNodes,
                pausedQueues,
                deadTuples,
                oldestSnapshot,
                queues,
                unknownKinds,
                changed);
    }
}
