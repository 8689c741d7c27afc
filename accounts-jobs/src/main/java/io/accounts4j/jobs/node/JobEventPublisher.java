package io.accounts4j.jobs.node;

import io.accounts4j.job.JobEvent;
import io.accounts4j.job.JobEvent.Outcome;
import io.accounts4j.job.JobEvent.Subject;
import io.accounts4j.job.JobId;
import io.accounts4j.job.JobListener;
import io.accounts4j.jobs.sql.ClaimedJob;
import io.accounts4j.jobs.sql.JobOutcome;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Publishes events of jobs to the listener, whose exceptions are logged and affect no job. Thread-safe. */
final class JobEventPublisher {

    private static final Logger LOG = LoggerFactory.getLogger(JobEventPublisher.class);

    private final JobListener listener;

    JobEventPublisher(JobListener listener) {
        this.listener = listener;
    }

    /** A handler begins. */
    void started(ClaimedJob job) {
        publish(new JobEvent.Started(subject(job), job.waited()));
    }

    /** A handler ended, was given up, or its node died. Logs each discard, whatever its cause. */
    void ended(ClaimedJob job, Duration duration, JobOutcome result) {
        Outcome outcome = result.event();
        String error = result.error().orElse("none");
        if (outcome == Outcome.DISCARDED) {
            LOG.error(
                    "job discarded: job={} kind={} queue={} attempts={} error={}; it is not tried again",
                    job.id(),
                    job.kind().name(),
                    job.queue(),
                    job.attempts().made(),
                    error);
        }
        publish(
                outcome.isFailure()
                        ? new JobEvent.Failed(subject(job), job.waited(), duration, outcome, error)
                        : new JobEvent.Stopped(subject(job), job.waited(), duration, outcome));
    }

    /** The node released the job; publishes nothing if no handler was called. */
    void released(Execution execution) {
        if (execution.hasBegun()) {
            ClaimedJob job = execution.job();
            publish(new JobEvent.Stopped(subject(job), job.waited(), execution.duration(), Outcome.RELEASED));
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

    private void publish(JobEvent event) {
        try {
            listener.on(event);
        } catch (RuntimeException | Error e) {
            LOG.warn("the job listener failed; the job is not affected", Redaction.loggable(e));
        }
    }
}
