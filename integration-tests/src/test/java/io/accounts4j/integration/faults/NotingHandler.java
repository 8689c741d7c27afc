package io.accounts4j.integration.faults;

import io.accounts4j.job.JobHandler;
import io.accounts4j.job.JobOptions;
import io.accounts4j.job.JobResult;
import io.accounts4j.job.JobRun;
import io.accounts4j.job.NewJob;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Notes that it began and takes as long as the job says. */
final class NotingHandler implements JobHandler {

    static final String KIND = "test.noted";

    /** In place of a duration: the process that runs it ends at once. */
    static final long DEADLY = -1;

    private final RunJournal journal;

    NotingHandler(RunJournal journal) {
        this.journal = journal;
    }

    /** A job known by {@code key} that takes {@code millis}. */
    static NewJob job(String key, long millis, JobOptions options) {
        return NewJob.of(KIND, Map.of("key", key, "millis", Long.toString(millis)), options);
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public JobResult run(JobRun job) {
        journal.add(job.argument("key"), job.attempt());
        long millis = Long.parseLong(job.argument("millis"));
        if (millis == DEADLY) {
            Runtime.getRuntime().halt(1);
        }
        try {
            TimeUnit.MILLISECONDS.sleep(millis);
            return JobResult.complete();
        } catch (InterruptedException e) {
            return JobResult.fail("interrupted");
        }
    }
}
