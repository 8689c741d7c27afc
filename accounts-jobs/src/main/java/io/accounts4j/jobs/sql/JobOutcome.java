package io.accounts4j.jobs.sql;

import io.accounts4j.job.JobEvent.Outcome;
import io.accounts4j.job.JobState;
import java.time.Duration;
import java.util.Optional;

/**
 * The state that a held job goes to. Written only while {@code lease} is the job's. A job that would wait again is cancelled
 * instead if its cancellation was requested while it was held.
 *
 * @param returned attempts given back: 1 for an attempt that does not count
 * @param delay the wait by the database's clock, cut to what can be stored; without meaning in a final state
 * @param errors JSON that replaces the stored errors; empty to keep them
 * @param deleted true to delete the row
 * @param error the reason of a failure, redacted, for listeners and logs; empty for no failure
 */
public record JobOutcome(
        long id,
        long lease,
        JobState state,
        int returned,
        Duration delay,
        Optional<String> errors,
        boolean deleted,
        Optional<String> error) {

    /** Cuts the delay: no delay that a handler or a back-off returns may keep a job from being acknowledged. */
    public JobOutcome {
        delay = Micros.storable(delay);
    }

    private static JobOutcome of(
            ClaimedJob job, JobState state, int returned, Duration delay, Optional<String> errors) {
        return new JobOutcome(job.id(), job.lease(), state, returned, delay, errors, false, Optional.empty());
    }

    /** Done; {@code deleted} if no row is kept. */
    public static JobOutcome completed(ClaimedJob job, boolean deleted) {
        return new JobOutcome(
                job.id(),
                job.lease(),
                JobState.COMPLETED,
                0,
                Duration.ZERO,
                Optional.empty(),
                deleted,
                Optional.empty());
    }

    /** Cancelled from outside while it was held. */
    public static JobOutcome cancelled(ClaimedJob job) {
        return of(job, JobState.CANCELLED, 0, Duration.ZERO, Optional.empty());
    }

    /** A final state. */
    public static JobOutcome last(ClaimedJob job, JobState state, String errors) {
        return of(job, state, 0, Duration.ZERO, Optional.of(errors));
    }

    /** Failed, to be retried after {@code delay}. */
    public static JobOutcome retry(ClaimedJob job, Duration delay, String errors) {
        return of(job, JobState.RETRYABLE, 0, delay, Optional.of(errors));
    }

    /** Again after {@code delay}; the attempt does not count. */
    public static JobOutcome snooze(ClaimedJob job, Duration delay) {
        return of(job, JobState.SCHEDULED, 1, delay, Optional.empty());
    }

    /** Back to its queue for another node; the attempt does not count. */
    public static JobOutcome release(ClaimedJob job) {
        return of(job, JobState.AVAILABLE, 1, Duration.ZERO, Optional.empty());
    }

    /** The same, reported with {@code reason}. */
    public JobOutcome because(String reason) {
        return new JobOutcome(id, lease, state, returned, delay, errors, deleted, Optional.of(reason));
    }

    /** The same, the stored errors being kept. */
    public JobOutcome withoutErrors() {
        return new JobOutcome(id, lease, state, returned, delay, Optional.empty(), deleted, error);
    }

    /** The outcome as a listener sees it. */
    public Outcome event() {
        return switch (state) {
            case COMPLETED -> Outcome.COMPLETED;
            case CANCELLED -> Outcome.CANCELLED;
            case SCHEDULED -> Outcome.SNOOZED;
            case RETRYABLE -> Outcome.RETRYABLE;
            case DISCARDED -> Outcome.DISCARDED;
            case AVAILABLE -> Outcome.RELEASED;
            case EXECUTING -> throw new IllegalStateException("executing is not an outcome");
        };
    }
}
