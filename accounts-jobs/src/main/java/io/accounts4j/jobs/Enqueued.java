package io.accounts4j.jobs;

import io.accounts4j.job.JobId;

/**
 * What came of queueing a job.
 *
 * @param id the job's, or that of the one that was there already
 * @param isNew whether it was stored; not where one was there that is the same by its {@link Unique}
 * @param isReplaced whether fields of the one that was there were replaced: see {@link Unique#replacing}
 */
public record Enqueued(JobId id, boolean isNew, boolean isReplaced) {

    /** Stored, or not stored and nothing replaced. */
    public Enqueued(JobId id, boolean isNew) {
        this(id, isNew, false);
    }
}
