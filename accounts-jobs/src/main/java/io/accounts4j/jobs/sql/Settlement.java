package io.accounts4j.jobs.sql;

import io.accounts4j.job.JobState;
import java.time.Duration;

/**
 * What a held job becomes. Written only while {@code lease} is the job's; an error list replaces the stored one.
 *
 * @param returned attempts given back: 1 where this one does not count
 * @param delay how long it waits, by the database's clock, cut to what can be stored; without meaning in a final state
 * @param errors JSON
 */
public record Settlement(long id, long lease, JobState state, int returned, Duration delay, String errors) {

    /** Cuts the delay: what a handler or a back-off asks for must never keep a job from being settled. */
    public Settlement {
        delay = Micros.storable(delay);
    }

    /** A final state. */
    public static Settlement last(ClaimedJob job, JobState state, String errors) {
        return new Settlement(job.id(), job.lease(), state, 0, Duration.ZERO, errors);
    }

    /** Failed, and to be tried again after {@code delay}. */
    public static Settlement retry(ClaimedJob job, Duration delay, String errors) {
        return new Settlement(job.id(), job.lease(), JobState.RETRYABLE, 0, delay, errors);
    }

    /** Not yet: again after {@code delay}, at no cost. */
    public static Settlement snooze(ClaimedJob job, Duration delay) {
        return new Settlement(job.id(), job.lease(), JobState.SCHEDULED, 1, delay, job.errors());
    }

    /** Back to the queue at no cost, for another node. */
    public static Settlement release(ClaimedJob job) {
        return new Settlement(job.id(), job.lease(), JobState.AVAILABLE, 1, Duration.ZERO, job.errors());
    }
}
