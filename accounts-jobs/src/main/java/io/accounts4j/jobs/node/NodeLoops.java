package io.accounts4j.jobs.node;

import io.accounts4j.supervision.RestartBackoff;
import io.accounts4j.supervision.SupervisedLoop;
import java.time.Duration;

/** The loops of a node: each goes on after failures, which are logged without quoting a row. */
final class NodeLoops {

    /** The pauses after failures of the database: 100 ms to 5 s. */
    static final RestartBackoff BACKOFF =
            new RestartBackoff(Duration.ofMillis(100), Duration.ofSeconds(5), Duration.ofMinutes(1));

    private NodeLoops() {}

    /** A loop, not yet started. */
    static SupervisedLoop loop(String name, SupervisedLoop.Step step) {
        return SupervisedLoop.of(name, step, BACKOFF, new OccasionalLog(name));
    }
}
