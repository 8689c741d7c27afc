package io.accounts4j.jobs.sql;

import io.accounts4j.job.JobOptions;
import io.accounts4j.job.JobState;
import io.accounts4j.jobs.sql.ClaimedJob.Kind;
import java.time.Instant;
import java.util.Optional;

/**
 * A job to be stored.
 *
 * @param arguments JSON
 * @param at when it is due, in place of the delay of its options
 */
public record NewRow(Kind kind, String arguments, JobOptions options, Optional<Instant> at) {

    /** {@code available} where it is to be run at once. */
    JobState state() {
        return at.isEmpty() && options.delay().isZero() ? JobState.AVAILABLE : JobState.SCHEDULED;
    }

    /** Its due time: since 1970 where that is given, else from now on. */
    long dueMicros() {
        return at.isPresent() ? Micros.of(at.get()) : Micros.of(options.delay());
    }
}
