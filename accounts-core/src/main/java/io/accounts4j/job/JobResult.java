package io.accounts4j.job;

import java.time.Duration;

/** The result of one attempt of a job. */
public sealed interface JobResult {

    /** The work is done. */
    static JobResult complete() {
        return new Completed();
    }

    /** The work failed and is tried again while attempts are left. */
    static JobResult fail(String reason) {
        return new Failed(reason);
    }

    /** The work is not to be done any more. */
    static JobResult cancel(String reason) {
        return new Cancelled(reason);
    }

    /** Not yet: the work is tried again after {@code delay}, and this attempt does not count. */
    static JobResult snooze(Duration delay) {
        return new Snoozed(delay);
    }

    /** See {@link #complete}. */
    record Completed() implements JobResult {}

    /** See {@link #fail}; {@code reason} is kept with the job, so it holds no secret. */
    record Failed(String reason) implements JobResult {}

    /** See {@link #cancel}; {@code reason} is kept with the job, so it holds no secret. */
    record Cancelled(String reason) implements JobResult {}

    /** See {@link #snooze}. */
    record Snoozed(Duration delay) implements JobResult {}
}
