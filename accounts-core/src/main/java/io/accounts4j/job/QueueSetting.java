package io.accounts4j.job;

import java.util.Optional;

/**
 * A run-time override for a queue. An empty field falls back to the override for all nodes, then to the host's configuration.
 *
 * @param paused true if no further job starts
 * @param stopped true if no node works on the queue; {@code false} after a start
 * @param limit the number of jobs that run at once on a node, 1 or more
 */
public record QueueSetting(
        String queue, Nodes nodes, Optional<Boolean> paused, Optional<Boolean> stopped, Optional<Integer> limit) {

    /** Refuses what no queue is called, and limits below 1. */
    public QueueSetting {
        queue = JobOptions.queue(queue).queue();
        limit.filter(most -> most < 1).ifPresent(most -> {
            throw new IllegalArgumentException("a queue needs room for one job or more, not " + most);
        });
    }

    /** The setting of {@link QueueControl#pause} and {@link QueueControl#resume}. */
    public static QueueSetting paused(String queue, Nodes nodes, boolean paused) {
        return new QueueSetting(queue, nodes, Optional.of(paused), Optional.empty(), Optional.empty());
    }

    /** The setting of {@link QueueControl#scale}. */
    public static QueueSetting scaled(String queue, Nodes nodes, int limit) {
        return new QueueSetting(queue, nodes, Optional.empty(), Optional.empty(), Optional.of(limit));
    }

    /** The setting of {@link QueueControl#start}. */
    public static QueueSetting started(String queue, Nodes nodes, int limit) {
        return new QueueSetting(queue, nodes, Optional.of(false), Optional.of(false), Optional.of(limit));
    }

    /** The setting of {@link QueueControl#stop}. */
    public static QueueSetting stopped(String queue, Nodes nodes) {
        return new QueueSetting(queue, nodes, Optional.empty(), Optional.of(true), Optional.empty());
    }
}
