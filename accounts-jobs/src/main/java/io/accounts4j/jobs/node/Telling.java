package io.accounts4j.jobs.node;

import io.accounts4j.job.JobEvent;
import io.accounts4j.job.JobEvent.Outcome;
import io.accounts4j.job.JobEvent.Subject;
import io.accounts4j.job.JobId;
import io.accounts4j.job.JobListener;
import io.accounts4j.jobs.sql.ClaimedJob;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells a listener what happens to jobs. What it throws is logged and touches no job. Thread-safe. */
final class Telling {

    private static final Logger LOG = LoggerFactory.getLogger(Telling.class);

    private final JobListener listener;

    Telling(JobListener listener) {
        this.listener = listener;
    }

    /** A handler begins. */
    void started(ClaimedJob job) {
        tell(new JobEvent.Started(subject(job), job.waited()));
    }

    /** A handler ended, or is waited for no longer. */
    void ended(Run run, Ending ending) {
        ClaimedJob job = run.job();
        tell(ending.error()
                .<JobEvent>map(error ->
                        new JobEvent.Failed(subject(job), job.waited(), run.duration(), ending.outcome(), error))
                .orElseGet(() -> stopped(run, ending.outcome())));
    }

    /** The node gave the job up; nothing where no handler had begun. */
    void released(Run run) {
        if (run.hasBegun()) {
            tell(stopped(run, Outcome.RELEASED));
        }
    }

    private static JobEvent stopped(Run run, Outcome outcome) {
        return new JobEvent.Stopped(subject(run.job()), run.job().waited(), run.duration(), outcome);
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
