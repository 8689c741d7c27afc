package io.accounts4j.jobs.node;

import io.accounts4j.job.JobEvent;
import io.accounts4j.job.JobEvent.Outcome;
import io.accounts4j.job.JobEvent.Subject;
import io.accounts4j.job.JobId;
import io.accounts4j.job.JobListener;
import io.accounts4j.jobs.sql.ClaimedJob;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells a listener what happens to jobs. What it throws is logged and touches no job. Thread-safe. */
final class JobEventPublisher {

    private static final Logger LOG = LoggerFactory.getLogger(JobEventPublisher.class);

    private final JobListener listener;

    JobEventPublisher(JobListener listener) {
        this.listener = listener;
    }

    /** A handler begins. */
    void started(ClaimedJob job) {
        tell(new JobEvent.Started(subject(job), job.waited()));
    }

    /** A handler ended, or is waited for no longer, or its node died. Logs a discard, whatever led to it. */
    void ended(ClaimedJob job, Duration duration, Ending ending) {
        Outcome outcome = ending.outcome();
        String error = ending.error().orElse("none");
        if (outcome == Outcome.DISCARDED) {
            LOG.error(
                    "job discarded: job={} kind={} queue={} attempts={} error={}; it is not tried again",
                    job.id(),
                    job.kind().name(),
                    job.queue(),
                    job.attempts().made(),
                    error);
        }
        tell(
                outcome.isFailure()
                        ? new JobEvent.Failed(subject(job), job.waited(), duration, outcome, error)
                        : new JobEvent.Stopped(subject(job), job.waited(), duration, outcome));
    }

    /** The node gave the job up; nothing where no handler had begun. */
    void released(Execution run) {
        if (run.hasBegun()) {
            ClaimedJob job = run.job();
            tell(new JobEvent.Stopped(subject(job), job.waited(), run.duration(), Outcome.RELEASED));
        }
    }

    private static Subject subject(ClaimedJob job) {
        return new Subject(
                new JobId(job.id()),
                job.kind().name(),
                job.queue(),
                job.attempts().made(),
                job.attempts().allowed());
    }

    private void tell(JobEvent event) {
        try {
            listener.on(event);
        } catch (RuntimeException | Error e) {
            LOG.warn("the listener of the jobs failed", Redaction.loggable(e));
        }
    }
}
