package io.accounts4j.testkit;

import io.accounts4j.job.JobError;
import io.accounts4j.job.JobId;
import io.accounts4j.job.JobState;
import io.accounts4j.job.NewJob;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A job in {@link InMemoryJobs}.
 *
 * @param job the job as enqueued
 * @param attempts the number of attempts so far
 * @param dueAt the earliest time of the next attempt
 */
public record InMemoryJob(JobId id, NewJob job, JobState state, int attempts, Instant dueAt, Past past) {

    /**
     * The history of a job.
     *
     * @param attemptedAt the start of the last attempt
     * @param finalizedAt the time at which the job reached its final state
     * @param cancelRequested true if the job was cancelled while it ran
     */
    public record Past(
            Instant insertedAt,
            Optional<Instant> attemptedAt,
            Optional<Instant> finalizedAt,
            List<JobError> errors,
            boolean cancelRequested) {

        /** Copies the errors. */
        public Past {
            errors = List.copyOf(errors);
        }
    }

    static InMemoryJob queued(JobId id, NewJob job, Instant now) {
        boolean later = !job.options().delay().isZero();
        Past past = new Past(now, Optional.empty(), Optional.empty(), List.of(), false);
        return new InMemoryJob(
                id,
                job,
                later ? JobState.SCHEDULED : JobState.AVAILABLE,
                0,
                now.plus(job.options().delay()),
                past);
    }

    InMemoryJob begun(Instant now) {
        Past begun = new Past(past.insertedAt, Optional.of(now), Optional.empty(), past.errors, false);
        return new InMemoryJob(id, job, JobState.EXECUTING, attempts + 1, dueAt, begun);
    }

    InMemoryJob ended(JobState changed, Instant now) {
        Past ended = new Past(past.insertedAt, past.attemptedAt, Optional.of(now), past.errors, false);
        return new InMemoryJob(id, job, changed, attempts, dueAt, ended);
    }

    InMemoryJob failed(String error, Instant now) {
        List<JobError> errors = new ArrayList<>(past.errors);
        errors.add(new JobError(attempts, error, Optional.of(now), List.of()));
        Past failed = new Past(past.insertedAt, past.attemptedAt, past.finalizedAt, errors, past.cancelRequested);
        return new InMemoryJob(id, job, state, attempts, dueAt, failed);
    }

    InMemoryJob retriedAt(Instant dueNext) {
        return new InMemoryJob(id, job, JobState.RETRYABLE, attempts, dueNext, past);
    }

    InMemoryJob snoozedUntil(Instant dueNext) {
        return new InMemoryJob(id, job, JobState.SCHEDULED, attempts - 1, dueNext, past);
    }

    InMemoryJob rescheduled(Instant at) {
        JobState kept = state == JobState.RETRYABLE ? state : JobState.SCHEDULED;
        return new InMemoryJob(id, job, kept, attempts, at, past);
    }

    InMemoryJob cancelRequested() {
        Past asked = new Past(past.insertedAt, past.attemptedAt, past.finalizedAt, past.errors, true);
        return new InMemoryJob(id, job, state, attempts, dueAt, asked);
    }

    InMemoryJob retriedByHand(Instant now) {
        // A job that was over has given its key up for good.
        Optional<String> kept = state.isWaiting() ? job.unique() : Optional.empty();
        int allowed = Math.max(job.options().maxAttempts(), attempts + 1);
        NewJob again = new NewJob(
                job.kind(), job.version(), job.arguments(), job.options().maxAttempts(allowed), kept);
        Past open = new Past(past.insertedAt, past.attemptedAt, Optional.empty(), past.errors, false);
        return new InMemoryJob(id, again, JobState.AVAILABLE, attempts, now, open);
    }
}
