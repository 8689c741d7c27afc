package io.accounts4j.jobs.node;

import io.accounts4j.job.Backoff;
import io.accounts4j.job.JobResult;
import io.accounts4j.job.JobState;
import io.accounts4j.jobs.sql.ClaimedJob;
import io.accounts4j.jobs.sql.Json;
import io.accounts4j.jobs.sql.Settlement;
import io.accounts4j.mail.MailException;
import java.time.Duration;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One try at a job: calls the handler and says what the job becomes. Touches no database. */
final class Attempt {

    private static final Logger LOG = LoggerFactory.getLogger(Attempt.class);

    private final ClaimedJob job;
    private final Handling handling;
    private final Hold hold;

    Attempt(ClaimedJob job, Handling handling, Hold hold) {
        this.job = job;
        this.handling = handling;
        this.hold = hold;
    }

    /** Never throws: whatever the handler throws is a failure. */
    Settlement make() {
        try {
            return settlement(Objects.requireNonNull(handling.body().run(job, hold), "the handler answered null"));
        } catch (MailException e) {
            LOG.warn("job {} of kind {} failed", job.id(), job.kind().name(), Redaction.loggable(e));
            return e.retryable() ? failed(Redaction.of(e)) : ended(JobState.DISCARDED, Redaction.of(e));
        } catch (Throwable e) {
            LOG.warn("job {} of kind {} failed", job.id(), job.kind().name(), Redaction.loggable(e));
            return failed(Redaction.of(e));
        }
    }

    private Settlement settlement(JobResult result) {
        if (result instanceof JobResult.Failed failed) {
            return failed(Redaction.of(failed.reason()));
        }
        if (result instanceof JobResult.Cancelled cancelled) {
            return ended(JobState.CANCELLED, Redaction.of(cancelled.reason()));
        }
        if (result instanceof JobResult.Snoozed snoozed) {
            return Settlement.snooze(job, snoozed.delay());
        }
        return Settlement.last(job, JobState.COMPLETED, job.errors());
    }

    private Settlement failed(String error) {
        if (job.attempts().areUsedUp()) {
            LOG.error(
                    "job {} of kind {} is given up after {} attempts: {}",
                    job.id(),
                    job.kind().name(),
                    job.attempts().made(),
                    error);
            return ended(JobState.DISCARDED, error);
        }
        return Settlement.retry(job, pause(), withError(error));
    }

    private Duration pause() {
        try {
            return Objects.requireNonNull(
                    handling.backoff().apply(job.attempts().made()), "the back-off answered null");
        } catch (RuntimeException e) {
            LOG.error(
                    "the back-off of kind {} failed, the standard one is used",
                    job.kind().name(),
                    e);
            return Backoff.after(job.attempts().made());
        }
    }

    private Settlement ended(JobState state, String error) {
        return Settlement.last(job, state, withError(error));
    }

    private String withError(String error) {
        return Json.withError(job.errors(), job.attempts().made(), error);
    }
}
