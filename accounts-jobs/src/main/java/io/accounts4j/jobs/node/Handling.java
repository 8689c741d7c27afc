package io.accounts4j.jobs.node;

import io.accounts4j.job.Backoff;
import io.accounts4j.job.JobHandler;
import io.accounts4j.job.JobId;
import io.accounts4j.job.JobResult;
import io.accounts4j.job.JobRun;
import io.accounts4j.job.JobState;
import io.accounts4j.jobs.sql.ClaimedJob;
import io.accounts4j.jobs.sql.JobOutcome;
import io.accounts4j.jobs.sql.Json;
import io.accounts4j.mail.MailException;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How the attempts at jobs of one kind are run, and the outcome of each. Touches no database.
 *
 * @param body does the work
 * @param backoff the wait after the given failed attempt, the first being 1; empty for the engine's
 * @param timeout the longest time of one attempt, {@link Duration#ZERO} for no limit; empty for the engine's
 * @param acknowledgesImmediately true if its outcome is written without waiting for others
 * @param deletes the queues in which no row of a completed job is kept
 */
public record Handling(
        Body body,
        Optional<IntFunction<Duration>> backoff,
        Optional<Duration> timeout,
        boolean acknowledgesImmediately,
        Predicate<String> deletes) {

    private static final Logger LOG = LoggerFactory.getLogger(Handling.class);

    /** The work itself. */
    @FunctionalInterface
    public interface Body {

        /** Does it once; an exception is a failure. */
        JobResult run(ClaimedJob job, Claim claim) throws Exception;
    }

    /** By {@code body}, otherwise as the engine's settings state. */
    public static Handling of(Body body) {
        return new Handling(body, Optional.empty(), Optional.empty(), false, queue -> false);
    }

    /** By {@code handler}. */
    public static Handling of(JobHandler handler) {
        return of((job, claim) -> handler.run(new JobRun(
                new JobId(job.id()),
                job.kind().name(),
                job.kind().version(),
                Json.toArguments(job.arguments().json()),
                job.attempts().made(),
                job.due(),
                job.tick())));
    }

    /** The same with another body. */
    public Handling body(Body other) {
        return new Handling(other, backoff, timeout, acknowledgesImmediately, deletes);
    }

    /** The same with these waits. */
    public Handling backoff(IntFunction<Duration> waits) {
        return new Handling(body, Optional.of(waits), timeout, acknowledgesImmediately, deletes);
    }

    /** The same with this timeout, 0 or more. */
    public Handling timeout(Duration longest) {
        return new Handling(body, backoff, Optional.of(Ranges.timeout(longest)), acknowledgesImmediately, deletes);
    }

    /** The same, its outcomes being written immediately. */
    public Handling immediately() {
        return new Handling(body, backoff, timeout, true, deletes);
    }

    /** The same, completed jobs being deleted in these queues. */
    public Handling deletingIn(Predicate<String> queues) {
        return new Handling(body, backoff, timeout, acknowledgesImmediately, queues);
    }

    /** The same with the engine's settings in place of missing ones. */
    public Handling withDefaults(IntFunction<Duration> waits, Duration longest) {
        return new Handling(
                body,
                Optional.of(backoff.orElse(waits)),
                Optional.of(timeout.orElse(longest)),
                acknowledgesImmediately,
                deletes);
    }

    /** The longest time of one attempt; empty for no limit. */
    public Optional<Duration> limit() {
        return timeout.filter(longest -> !longest.isZero());
    }

    /** Makes one attempt. Never throws: every exception is a failure. */
    JobOutcome attempt(ClaimedJob job, Claim claim) {
        long began = System.nanoTime();
        try {
            return call(job, claim, began);
        } catch (Throwable e) {
            // Such as an exception whose message throws: only its class can be kept.
            return failed(job, Failure.of(e.getClass().getName()), since(began));
        }
    }

    /** The outcome of an attempt that takes longer than it may. */
    JobOutcome timedOut(ClaimedJob job, Duration elapsed) {
        Duration longest = timeout.orElse(Duration.ZERO);
        LOG.warn(
                "job timed out: job={} kind={} queue={} attempt={} timeout={}",
                job.id(),
                job.kind().name(),
                job.queue(),
                job.attempts().made(),
                longest);
        return failed(job, Failure.of(timeoutError()), elapsed);
    }

    /** The error of an attempt that took longer than it may. */
    String timeoutError() {
        return "took longer than " + timeout.orElse(Duration.ZERO);
    }

    private JobOutcome call(ClaimedJob job, Claim claim, long began) {
        try {
            JobResult result = Objects.requireNonNull(body.run(job, claim), "the handler answered null");
            return outcome(job, result, since(began));
        } catch (Throwable e) {
            LOG.warn(
                    "job failed: job={} kind={} queue={} attempt={}",
                    job.id(),
                    job.kind().name(),
                    job.queue(),
                    job.attempts().made(),
                    Redaction.loggable(e));
            boolean permanent = e instanceof MailException mail && !mail.retryable();
            return permanent ? discarded(job, Failure.of(e), since(began)) : failed(job, Failure.of(e), since(began));
        }
    }

    private JobOutcome outcome(ClaimedJob job, JobResult result, Duration elapsed) {
        if (result instanceof JobResult.Failed failed) {
            return failed(job, Failure.of(failed.reason()), elapsed);
        }
        if (result instanceof JobResult.Cancelled cancelled) {
            String errors = Failure.of(cancelled.reason()).in(job, elapsed);
            return JobOutcome.last(job, JobState.CANCELLED, errors);
        }
        if (result instanceof JobResult.Snoozed snoozed) {
            return JobOutcome.snooze(job, snoozed.delay());
        }
        return JobOutcome.completed(job, deletes.test(job.queue()));
    }

    private JobOutcome failed(ClaimedJob job, Failure failure, Duration elapsed) {
        return job.attempts().areUsedUp()
                ? discarded(job, failure, elapsed)
                : JobOutcome.retry(job, pause(job), failure.in(job, elapsed)).because(failure.error());
    }

    private static JobOutcome discarded(ClaimedJob job, Failure failure, Duration elapsed) {
        return JobOutcome.last(job, JobState.DISCARDED, failure.in(job, elapsed))
                .because(failure.error());
    }

    private Duration pause(ClaimedJob job) {
        int attempt = job.attempts().made();
        try {
            Duration pause = backoff.isPresent() ? backoff.get().apply(attempt) : Backoff.after(attempt);
            return Objects.requireNonNull(pause, "the back-off answered null");
        } catch (Throwable e) {
            LOG.error(
                    "back-off failed: kind={}; using the standard one",
                    job.kind().name(),
                    Redaction.loggable(e));
            return Backoff.after(attempt);
        }
    }

    private static Duration since(long began) {
        return Duration.ofNanos(System.nanoTime() - began);
    }
}
