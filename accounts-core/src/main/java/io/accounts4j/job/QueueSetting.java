package io.accounts4j.job;

import java.util.Optional;

/**
 * What was said about a queue. What is empty was not said: then what was said for all nodes holds, or else what the host of
 * the node asked for.
 *
 * @param paused whether no more jobs begin
 * @param stopped whether the queue is worked on no more; {@code false} where it was started
 * @param limit how many jobs run at once on a node, 1 or more
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

    /** What {@link QueueControl#pause} and {@link QueueControl#resume} say. */
    public static QueueSetting paused(String queue, Nodes nodes, boolean paused) {
        return new QueueSetting(queue, nodes, Optional.of(paused), Optional.empty(), Optional.empty());
    }

    /** What {@link QueueControl#scale} says. */
    public static QueueSetting scaled(String queue, Nodes nodes, int limit) {
        return new QueueSetting(queue, nodes, Optional.empty(), Optional.empty(), Optional.of(limit));
    }

    /** What {@link QueueControl#start} says. */
    public static QueueSetting started(String queue, Nodes nodes, int limit) {
        return new QueueSetting(queue, nodes, Optional.of(false), Optional.of(false), Optional.of(limit));
    }

    /** What {@link QueueControl#stop} says. */
    public static QueueSetting stopped(String queue, Nodes nodes) {
        return new QueueSetting(queue, nodes, Optional.empty(), Optional.of(true), Optional.empty());
    }
}
