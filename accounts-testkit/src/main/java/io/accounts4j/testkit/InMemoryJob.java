package io.accounts4j.testkit;

import io.accounts4j.job.JobId;
import io.accounts4j.job.NewJob;
import java.time.Instant;

/**
 * A job as {@link InMemoryJobs} holds it.
 *
 * @param job what was queued
 * @param attempts how often it was tried
 * @param dueAt when it is tried next at the earliest
 */
public record InMemoryJob(JobId id, NewJob job, State state, int attempts, Instant dueAt) {

    /** Where a job stands. */
    public enum State {
        /** It waits, until it is due or because nobody has run it yet. */
        AVAILABLE,
        /** It is done. */
        COMPLETED,
        /** It was cancelled, from outside or by its handler. */
        CANCELLED,
        /** It failed as often as it may. */
        DISCARDED
    }

    InMemoryJob as(State changed) {
        return new InMemoryJob(id, job, changed, attempts, dueAt);
    }

    InMemoryJob attempted(State changed, Instant dueNext) {
        return new InMemoryJob(id, job, changed, attempts + 1, dueNext);
    }

    InMemoryJob snoozedUntil(Instant dueNext) {
        return new InMemoryJob(id, job, State.AVAILABLE, attempts, dueNext);
    }
}
