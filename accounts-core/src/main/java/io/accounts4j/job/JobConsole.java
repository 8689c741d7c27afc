package io.accounts4j.job;

import io.accounts4j.kernel.CanIgnoreReturnValue;
import io.accounts4j.kernel.Port;
import io.accounts4j.page.Cursor;
import io.accounts4j.page.Slice;
import java.util.List;
import java.util.Optional;

/**
 * What operators see of jobs and do to them by hand. Each change asks for the state it needs and is made at once or not at
 * all, also while nodes work on the same jobs; {@code false} says that there was no such job in such a state. Thread-safe.
 * Proved by {@code JobConsoleContract}.
 */
@Port
public interface JobConsole {

    /** How many jobs there are in each queue and state; up to a bound, see {@link JobCount#exact}. */
    List<JobCount> counts();

    /** Up to {@code limit} jobs, 1 to 1,000, next to a position, the newest first. */
    Slice<JobSummary> list(JobFilter filter, Cursor position, int limit);

    /** The job with that id. */
    Optional<JobDetail> find(JobId id);

    /**
     * Makes a job due now that is neither available nor executing, with one attempt more if none is left. Not one whose
     * arguments are gone. Where it keeps others that are the same from being queued, it goes on doing so.
     */
    @CanIgnoreReturnValue
    boolean retry(JobId id);

    /**
     * Makes up to {@code limit} discarded jobs due as {@link #retry} does, passing over those that others hold, and says how
     * many.
     */
    @CanIgnoreReturnValue
    int retryDiscarded(JobFilter filter, int limit);

    /** Calls a job off: at once while it waits; one that runs is interrupted by its node and called off then. */
    @CanIgnoreReturnValue
    boolean cancel(JobId id);

    /** Gives a job up that waits. */
    @CanIgnoreReturnValue
    boolean discard(JobId id);

    /** Removes a job that is not executing. */
    @CanIgnoreReturnValue
    boolean delete(JobId id);
}
