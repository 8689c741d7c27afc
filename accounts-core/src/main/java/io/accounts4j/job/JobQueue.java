package io.accounts4j.job;

import io.accounts4j.kernel.CanIgnoreReturnValue;
import io.accounts4j.kernel.Port;

/**
 * Takes jobs in the transaction of the change they belong to. Thread-safe. Proved by {@code JobQueueContract}.
 */
@Port
public interface JobQueue {

    /**
     * Stores {@code job} in the transaction open on this thread, so that the job exists if and only if the transaction commits;
     * without an open transaction in one of its own. The job runs at least once after the commit, and never before.
     *
     * <p>A job whose {@linkplain NewJob#unique unique key} another unfinished job of its kind has is not stored: the answer is
     * the id of that one. Of any number of racers exactly one stores; who meets a job that another transaction has
     * stored and not ended yet waits for that end.
     */
    @CanIgnoreReturnValue
    JobId enqueue(NewJob job);

    /**
     * Calls off a job that waits, for the first time or to be tried again; one that runs goes on, see {@link
     * JobConsole#cancel}. {@code false} where none waits.
     */
    @CanIgnoreReturnValue
    boolean cancel(JobId id);
}
