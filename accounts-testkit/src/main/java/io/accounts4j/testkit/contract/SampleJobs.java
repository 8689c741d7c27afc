package io.accounts4j.testkit.contract;

import io.accounts4j.job.JobFilter;
import io.accounts4j.job.JobHandler;
import io.accounts4j.job.JobId;
import io.accounts4j.job.JobOptions;
import io.accounts4j.job.JobResult;
import io.accounts4j.job.JobRun;
import io.accounts4j.job.JobState;
import io.accounts4j.job.JobSummary;
import io.accounts4j.job.NewJob;
import io.accounts4j.page.Cursor;
import io.accounts4j.page.Slice;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Jobs and handlers for the contracts of a console, and short questions to it. */
final class SampleJobs {

    private SampleJobs() {}

    static NewJob job(JobOptions options) {
        return NewJob.of("contract.job", Map.of("order", "4711"), options);
    }

    static JobOptions mailers() {
        return JobOptions.queue("mailers");
    }

    static JobOptions later() {
        return mailers().scheduleIn(Duration.ofDays(1));
    }

    static JobHandler answering(JobResult result) {
        return handler(run -> result);
    }

    static JobHandler handler(Function<JobRun, JobResult> work) {
        return new JobHandler() {
            @Override
            public String kind() {
                return "contract.job";
            }

            @Override
            public JobResult run(JobRun job) {
                return work.apply(job);
            }
        };
    }

    static JobState state(ConsoleFixture.QueueAndConsole jobs, JobId id) {
        return jobs.console().find(id).orElseThrow().summary().state();
    }

    static List<JobId> list(ConsoleFixture.QueueAndConsole jobs, JobFilter filter) {
        return ids(jobs.console().list(filter, Cursor.start(), 10));
    }

    static List<JobId> ids(Slice<JobSummary> slice) {
        return slice.items().stream().map(JobSummary::id).toList();
    }
}
