package io.accounts4j.jobs.sql;

import io.accounts4j.job.JobState;
import java.time.Duration;
import java.util.Optional;

/**
 * What a held job becomes. Written only while {@code lease} is the job's. One that would wait again is cancelled instead where
 * that was asked for while it was held.
 *
 * @param returned attempts given back: 1 where this one does not count
 * @param delay how long it waits, by the database's clock, cut to what can be stored; without meaning in a final state
 * @param errors JSON that replaces what is stored; empty where that stays
 * @param forgotten whether the job is deleted
 */
public record Settlement(
        long id, long lease, JobState state, int returned, Duration delay, Optional<String> errors, boolean forgotten) {

    /** Cuts the delay: what a handler or a back-off asks for must never keep a job from being settled. */
    public Settlement {
        delay = Micros.storable(delay);
    }

    /** Done; {@code forgotten} where nothing of it is kept. */
    public static Settlement completed(ClaimedJob job, boolean forgotten) {
        return new Settlement(job.id(), job.lease(), JobState.COMPLETED, 0, Duration.ZERO, Optional.empty(), forgotten);
    }

    /** Called off from outside while it was held. */
    public static Settlement cancelled(ClaimedJob job) {
        return new Settlement(job.id(), job.lease(), JobState.CANCELLED, 0, Duration.ZERO, Optional.empty(), false);
    }

    /** A final state. */
    public static Settlement last(ClaimedJob job, JobState state, String errors) {
        return new Settlement(job.id(), job.lease(), state, 0, Duration.ZERO, Optional.of(errors), false);
    }

    /** Failed, and to be tried again after {@code delay}. */
    public static Settlement retry(ClaimedJob job, Duration delay, String errors) {
        return new Settlement(job.id(), job.lease(), JobState.RETRYABLE, 0, delay, Optional.of(errors), false);
    }

    /** Not yet: again after {@code delay}, at no cost. */
    public static Settlement snooze(ClaimedJob job, Duration delay) {
        return new Settlement(job.id(), job.lease(), JobState.SCHEDULED, 1, delay, Optional.empty(), false);
    }

    /** The same, the errors that are stored staying as they are. */
    public Settlement withoutErrors() {
        return new Settlement(id, lease, state, returned, delay, Optional.empty(), forgotten);
    }

    /** Back to the queue at no cost, for another node. */
    public static Settlement release(ClaimedJob job) {
        return new Settlement(job.id(), job.lease(), JobState.AVAILABLE, 1, Duration.ZERO, Optional.empty(), false);
    }
}
