package io.accounts4j.jobs.node;

import io.accounts4j.job.JobResult;
import io.accounts4j.jobs.sql.ClaimedJob;
import java.time.Duration;
import java.util.Optional;
import java.util.function.IntFunction;

/**
 * What a node knows of one kind of job.
 *
 * @param body does the work
 * @param backoff the wait after the given failed attempt, the first being 1
 * @param timeout how long one attempt may take; empty for as long as it needs
 * @param settledAtOnce whether its outcome waits for no others to be written with
 */
public record Handling(Body body, IntFunction<Duration> backoff, Optional<Duration> timeout, boolean settledAtOnce) {

    /** The work itself. */
    @FunctionalInterface
    public interface Body {

        /** Does it once; what it throws is a failure. */
        JobResult run(ClaimedJob job, Hold hold) throws Exception;
    }
}
