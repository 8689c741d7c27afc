package io.accounts4j.jobs;

import io.accounts4j.job.JobResult;

/**
 * What a {@link Worker} does with one job. Called on threads of the engine, by several at once, and again for the same job
 * where an attempt failed or its node died: see {@link JobContext#idempotencyKey}.
 *
 * @param <A> the arguments
 */
@FunctionalInterface
public interface Work<A> {

    /**
     * Does it once. What it throws is a failure like {@link JobResult#fail}; class and message are kept with the job,
     * redacted and at most 500 characters.
     */
    JobResult perform(JobContext job, A arguments) throws Exception;
}
