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
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One try at a job: calls the handler and says what the job becomes. Touches no database. */
final class Attempt {

    private static final Logger LOG = LoggerFactory.getLogger(Attempt.class);

    private final ClaimedJob job;
    private final Handling handling;

    Attempt(ClaimedJob job, Handling handling) {
        this.job = job;
        this.handling = handling;
    }

    /** Calls the handler. Never throws: whatever that throws is a failure. */
    Ending make(Hold hold) {
        try {
            return call(hold);
        } catch (Throwable e) {
            // An exception whose message throws, or the like: there is nothing to say of it but its class.
            return failed(e.getClass().getName());
        }
    }

    private Ending call(Hold hold) {
        try {
            return ending(Objects.requireNonNull(handling.body().run(job, hold), "the handler answered null"));
        } catch (MailException e) {
            LOG.warn("job {} of kind {} failed", job.id(), job.kind().name(), Redaction.loggable(e));
            return e.retryable() ? failed(Redaction.of(e)) : discarded(Redaction.of(e));
        } catch (Throwable e) {
            LOG.warn("job {} of kind {} failed", job.id(), job.kind().name(), Redaction.loggable(e));
            return failed(Redaction.of(e));
        }
    }

    /** The handler took longer than it may. */
    Ending timedOut(Duration timeout) {
        LOG.warn("job {} of kind {} took longer than {}", job.id(), job.kind().name(), timeout);
        return failed("took longer than " + timeout);
    }

    private Ending ending(JobResult result) {
        if (result instanceof JobResult.Failed failed) {
            return failed(Redaction.of(failed.reason()));
        }
        if (result instanceof JobResult.Cancelled cancelled) {
            String reason = Redaction.of(cancelled.reason());
            return new Ending(Settlement.last(job, JobState.CANCELLED, withError(reason)), Optional.empty());
        }
        if (result instanceof JobResult.Snoozed snoozed) {
            return new Ending(Settlement.snooze(job, snoozed.delay()), Optional.empty());
        }
        return new Ending(Settlement.completed(job, handling.forgotten().test(job.queue())), Optional.empty());
    }

    private Ending failed(String error) {
        if (job.attempts().areUsedUp()) {
            return discarded(error);
        }
        return new Ending(Settlement.retry(job, pause(), withError(error)), Optional.of(error));
    }

    private Duration pause() {
        try {
            return Objects.requireNonNull(
                    handling.backoff().apply(job.attempts().made()), "the back-off answered null");
        } catch (Throwable e) {
            LOG.error(
                    "the back-off of kind {} failed, the standard one is used",
                    job.kind().name(),
                    e);
            return Backoff.after(job.attempts().made());
        }
    }

    private Ending discarded(String error) {
        return new Ending(Settlement.last(job, JobState.DISCARDED, withError(error)), Optional.of(error));
    }

    private String withError(String error) {
        return Json.withError(job.errors(), job.attempts().made(), error);
    }
}
