package io.accounts4j.jobs;

import io.accounts4j.job.JobId;

/**
 * The result of enqueueing a job.
 *
 * @param id of the job, or of the equal job that was stored before
 * @param isNew false if an equal job, by its {@link Unique}, was stored before
 * @param isReplaced true if fields of the equal job were replaced: see {@link Unique#replacing}
 */
public record Enqueued(JobId id, boolean isNew, boolean isReplaced) {

    /** Stored, or not stored and nothing replaced. */
    public Enqueued(JobId id, boolean isNew) {
        this(id, isNew, false);
    }
}
