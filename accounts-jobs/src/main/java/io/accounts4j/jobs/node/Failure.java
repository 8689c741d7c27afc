package io.accounts4j.jobs.node;

import io.accounts4j.job.JobError;
import io.accounts4j.jobs.sql.ClaimedJob;
import io.accounts4j.jobs.sql.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Why an attempt failed, redacted.
 *
 * @param error class and message
 * @param causes class and message of each cause, the nearest first
 */
record Failure(String error, List<String> causes) {

    private static final int MAX_CAUSES = 4;
    private static final int MAX_CAUSE_LENGTH = 250;

    /** A failure without an exception. */
    static Failure of(String reason) {
        return new Failure(Redaction.of(reason), List.of());
    }

    /** An exception and its causes. */
    static Failure of(Throwable thrown) {
        List<String> causes = new ArrayList<>();
        Throwable cause = thrown.getCause();
        while (cause != null && causes.size() < MAX_CAUSES) {
            causes.add(Redaction.of(cause, MAX_CAUSE_LENGTH));
            cause = cause.getCause();
        }
        return new Failure(Redaction.of(thrown), causes);
    }

    /** The errors of {@code job} with this one, which was met {@code elapsed} after the claim. */
    String in(ClaimedJob job, Duration elapsed) {
        // The claim's time is by the database's clock, and a node measures how long something took, but never what time
        // it is.
        Instant at = job.due().plus(job.waited()).plus(elapsed);
        return Json.withError(job.errors(), new JobError(job.attempts().made(), error, Optional.of(at), causes));
    }
}
