package io.accounts4j.job;

import io.accounts4j.kernel.Port;
import java.util.List;

/**
 * Run-time settings of queues by operators. They are stored and outlive restarts; every node follows at its next poll, about a
 * second later. The latest setting counts: a setting for all nodes also replaces the settings for single nodes. Thread-safe.
 * Contract: {@code QueueControlContract}.
 */
@Port
public interface QueueControl {

    /** Begins no more jobs of {@code queue}; those that run go on. */
    void pause(String queue, Nodes nodes);

    /** Ends a pause. */
    void resume(String queue, Nodes nodes);

    /** Runs up to {@code limit} jobs of {@code queue} at once on each node, 1 or more. Running jobs above the limit continue. */
    void scale(String queue, int limit, Nodes nodes);

    /** Works on {@code queue}, paused or not before, also where the host did not ask for it; up to {@code limit} at once, 1 or more. */
    void start(String queue, int limit, Nodes nodes);

    /** Works on {@code queue} no more, until it is started; jobs that run go on. */
    void stop(String queue, Nodes nodes);

    /** Forgets what was said about {@code queue}, so that each node does again what its host asked for. */
    void reset(String queue);

    /** Everything that was said, by queue, first for all nodes and then by node. */
    List<QueueSetting> settings();
}
