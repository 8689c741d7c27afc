package io.accounts4j.jobs;

import io.accounts4j.job.JobId;

/**
 * What came of queueing a job.
 *
 * @param id the job's, or that of the one that was there already
 * @param isNew whether it was stored; not where one was there that is the same by its {@link Unique}
 */
public record Enqueued(JobId id, boolean isNew) {}
