package io.accounts4j.jobs;

import io.accounts4j.job.JobOptions;

/** What the options of a job lack here. */
final class Options {

    private Options() {}

    /** The same in another queue. */
    static JobOptions in(String queue, JobOptions options) {
        return new JobOptions(queue, options.maxAttempts(), options.priority(), options.delay(), options.tags());
    }
}
