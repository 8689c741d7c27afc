package io.accounts4j.job;

import io.accounts4j.kernel.CanIgnoreReturnValue;
import io.accounts4j.kernel.Port;
import io.accounts4j.page.Cursor;
import io.accounts4j.page.Slice;
import java.util.List;
import java.util.Optional;

/**
 * Lists and changes jobs for operators. Each change is atomic and requires a state of the job, also while nodes work on the
 * same jobs; {@code false} means that no such job was in such a state. Thread-safe. Contract: {@code JobConsoleContract}.
 */
@Port
public interface JobConsole {

    /** How many jobs there are in each queue and state; up to a bound, see {@link JobCount#exact}. */
    List<JobCount> counts();

    /** Up to {@code limit} jobs, 1 to 1,000, next to a position, the newest first. */
    Slice<JobSummary> list(JobFilter filter, Cursor position, int limit);

    /** The job with that id. */
    Optional<JobDetail> find(JobId id);

    /** {@link JobOperation#retry} of one job. */
    @CanIgnoreReturnValue
    boolean retry(JobId id);

    /** {@link JobOperation#cancel} of one job. */
    @CanIgnoreReturnValue
    boolean cancel(JobId id);

    /** {@link JobOperation#discard} of one job. */
    @CanIgnoreReturnValue
    boolean discard(JobId id);

    /** {@link JobOperation#delete} of one job. */
    @CanIgnoreReturnValue
    boolean delete(JobId id);

    /**
     * Does {@code operation} to up to {@code limit} jobs, 1 or more, the oldest first, passing over those that are in no state for it
     * and those that others hold, and says to how many. Many jobs are changed in several steps, each whole: where a {@link
     * io.accounts4j.kernel.StoreException} ends it, the steps before it stand, and the call may be made again.
     */
    @CanIgnoreReturnValue
    int applyToAll(JobOperation operation, JobFilter filter, int limit);
}
