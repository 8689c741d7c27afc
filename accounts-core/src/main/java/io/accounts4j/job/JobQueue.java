package io.accounts4j.job;

import io.accounts4j.kernel.CanIgnoreReturnValue;
import io.accounts4j.kernel.Port;

/**
 * Takes jobs in the transaction of the change they belong to. Thread-safe. Proved by {@code JobQueueContract}.
 */
@Port
public interface JobQueue {

    /**
     * Stores {@code job} in the transaction open on this thread, so that it exists if and only if that commits; alone
     * where none is open. It runs at least once after that, and not before.
     */
    @CanIgnoreReturnValue
    JobId enqueue(NewJob job);

    /** Cancels a job that has not started; {@code false} when there is none to cancel. */
    boolean cancel(JobId id);
}
