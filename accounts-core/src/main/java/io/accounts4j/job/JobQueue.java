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

    /**
     * Calls off a job that waits, for the first time or to be tried again; one that runs goes on, see {@link
     * JobConsole#cancel}. {@code false} where none waits.
     */
    @CanIgnoreReturnValue
    boolean cancel(JobId id);
}
