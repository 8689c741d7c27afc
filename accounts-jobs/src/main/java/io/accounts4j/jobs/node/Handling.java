package io.accounts4j.jobs.node;

import io.accounts4j.job.JobResult;
import io.accounts4j.jobs.sql.ClaimedJob;
import java.time.Duration;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.function.Predicate;

/**
 * What a node knows of one kind of job.
 *
 * @param body does the work
 * @param backoff the wait after the given failed attempt, the first being 1
 * @param timeout how long one attempt may take; empty for as long as it needs
 * @param settledAtOnce whether its outcome waits for no others to be written with
 * @param forgotten in which queues nothing is kept of a job once it is done
 */
public record Handling(
        Body body,
        IntFunction<Duration> backoff,
        Optional<Duration> timeout,
        boolean settledAtOnce,
        Predicate<String> forgotten) {

    /** One whose jobs are kept once they are done. */
    public Handling(Body body, IntFunction<Duration> backoff, Optional<Duration> timeout, boolean settledAtOnce) {
        this(body, backoff, timeout, settledAtOnce, queue -> false);
    }

    /** The same, its jobs being deleted as they are done where they are in such a queue. */
    public Handling forgotten(Predicate<String> queues) {
        return new Handling(body, backoff, timeout, settledAtOnce, queues);
    }

    /** The work itself. */
    @FunctionalInterface
    public interface Body {

        /** Does it once; what it throws is a failure. */
        JobResult run(ClaimedJob job, Claim hold) throws Exception;
    }
}
