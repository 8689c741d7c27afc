package io.accounts4j.jobs.sql;

import io.accounts4j.job.JobState;
import java.time.Duration;
import java.util.List;

/**
 * Which finished jobs are removed.
 *
 * @param keep how long they stay after they ended
 * @param queues those it is about, or, where {@code others}, those it is not about
 */
public record PruneRule(JobState state, Duration keep, List<String> queues, boolean others) {

    /** Copies the queues. */
    public PruneRule {
        queues = List.copyOf(queues);
    }
}
