package io.accounts4j.jobs.node;

import io.accounts4j.job.Backoff;
import io.accounts4j.job.JobResult;
import io.accounts4j.job.JobState;
import io.accounts4j.jobs.sql.ClaimedJob;
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
    private final long began = System.nanoTime();

    Attempt(ClaimedJob job, Handling handling) {
        this.job = job;
        this.handling = handling;
    }

    /** Calls the handler. Never throws: whatever that throws is a failure. */
    Ending make(Claim hold) {
        try {
            return call(hold);
        } catch (Throwable e) {
            // An exception whose message throws, or the like: nothing can be kept of it but its class.
            return failed(Failure.of(e.getClass().getName()));
        }
    }

    private Ending call(Claim hold) {
        try {
            return ending(Objects.requireNonNull(handling.body().run(job, hold), "the handler answered null"));
        } catch (Throwable e) {
            LOG.warn(
                    "job failed: job={} kind={} queue={} attempt={}",
                    job.id(),
                    job.kind().name(),
                    job.queue(),
                    job.attempts().made(),
                    Redaction.loggable(e));
            boolean permanent = e instanceof MailException mail && !mail.retryable();
            return permanent ? discarded(Failure.of(e)) : failed(Failure.of(e));
        }
    }

    /** The handler took longer than it may. */
    Ending timedOut(Duration timeout) {
        LOG.warn(
                "job timed out: job={} kind={} queue={} attempt={} timeout={}",
                job.id(),
                job.kind().name(),
                job.queue(),
                job.attempts().made(),
                timeout);
        return failed(Failure.of(timeoutError(timeout)));
    }

    /** The error of an attempt that took longer than {@code timeout}. */
    static String timeoutError(Duration timeout) {
        return "took longer than " + timeout;
    }

    private Ending ending(JobResult result) {
        if (result instanceof JobResult.Failed failed) {
            return failed(Failure.of(failed.reason()));
        }
        if (result instanceof JobResult.Cancelled cancelled) {
            String errors = withError(Failure.of(cancelled.reason()));
            return new Ending(Settlement.last(job, JobState.CANCELLED, errors), Optional.empty());
        }
        if (result instanceof JobResult.Snoozed snoozed) {
            return new Ending(Settlement.snooze(job, snoozed.delay()), Optional.empty());
        }
        return new Ending(Settlement.completed(job, handling.forgotten().test(job.queue())), Optional.empty());
    }

    private Ending failed(Failure failure) {
        return job.attempts().areUsedUp()
                ? discarded(failure)
                : new Ending(Settlement.retry(job, pause(), withError(failure)), Optional.of(failure.error()));
    }

    private Duration pause() {
        try {
            return Objects.requireNonNull(
                    handling.backoff().apply(job.attempts().made()), "the back-off answered null");
        } catch (Throwable e) {
            LOG.error(
                    "back-off failed: kind={}; using the standard one",
                    job.kind().name(),
                    Redaction.loggable(e));
            return Backoff.after(job.attempts().made());
        }
    }

    private Ending discarded(Failure failure) {
        return new Ending(Settlement.last(job, JobState.DISCARDED, withError(failure)), Optional.of(failure.error()));
    }

    private String withError(Failure failure) {
        return failure.in(job, Duration.ofNanos(System.nanoTime() - began));
    }
}
