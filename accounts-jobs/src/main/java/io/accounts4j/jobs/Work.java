package io.accounts4j.jobs;

import io.accounts4j.job.JobResult;

/**
 * The work of a {@link Worker} on one job. Called on threads of the engine, concurrently, and again for the same job after a
 * failed attempt or the death of its node: see {@link JobContext#idempotencyKey}.
 *
 * @param <A> the arguments
 */
@FunctionalInterface
public interface Work<A> {

    /**
     * Does it once. An exception is a failure like {@link JobResult#fail}; its class and message are kept with the job,
     * redacted and cut to 500 characters.
     */
    JobResult perform(JobContext job, A arguments) throws Exception;
}
