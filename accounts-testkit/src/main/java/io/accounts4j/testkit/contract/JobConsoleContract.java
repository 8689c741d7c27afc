package io.accounts4j.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.accounts4j.job.JobConsole;
import io.accounts4j.job.JobDetail;
import io.accounts4j.job.JobFilter;
import io.accounts4j.job.JobId;
import io.accounts4j.job.JobOperation;
import io.accounts4j.job.JobResult;
import io.accounts4j.job.JobState;
import io.accounts4j.job.JobSummary;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The contract of {@link JobConsole}. */
public interface JobConsoleContract extends JobViewsContract, JobBulkContract {

    @Test
    default void whereThereIsNoSuchJobNothingHappens() {
        JobConsole console = emptyQueueAndConsole().console();
        JobId nobody = new JobId(Long.MAX_VALUE);

        assertThat(console.find(nobody)).isEmpty();
        assertThat(console.retry(nobody)).isFalse();
        assertThat(console.cancel(nobody)).isFalse();
        assertThat(console.discard(nobody)).isFalse();
        assertThat(console.delete(nobody)).isFalse();
        assertThat(console.applyToAll(JobOperation.retry(), JobFilter.all(), 10))
                .isZero();
        assertThat(console.counts()).isEmpty();
    }

    @Test
    default void aDiscardedJobRunsOnceMoreWhenRetried() {
        QueueAndConsole jobs = emptyQueueAndConsole();
        JobId id = jobs.queue().enqueue(SampleJobs.job(SampleJobs.mailers().maxAttempts(1)));
        jobs.run(SampleJobs.answering(JobResult.fail("no paper")));
        assertThat(SampleJobs.state(jobs, id)).isEqualTo(JobState.DISCARDED);

        assertThat(jobs.console().retry(id)).isTrue();
        JobSummary retried = jobs.console().find(id).orElseThrow().summary();
        assertThat(retried.state()).isEqualTo(JobState.AVAILABLE);
        assertThat(retried.attempts()).isEqualTo(new JobSummary.Attempts(1, 2));
        assertThat(retried.times().finalizedAt()).isEmpty();
        assertThat(jobs.console().retry(id)).as("it is available already").isFalse();

        jobs.run(SampleJobs.answering(JobResult.complete()));
        assertThat(SampleJobs.state(jobs, id)).isEqualTo(JobState.COMPLETED);
        assertThat(jobs.console().find(id).orElseThrow().errors()).hasSize(1);
    }

    @Test
    default void aDelayedJobAndACancelledOneAreDueNowWhenRetried() {
        QueueAndConsole jobs = emptyQueueAndConsole();
        JobId delayed = jobs.queue().enqueue(SampleJobs.job(SampleJobs.later().maxAttempts(3)));
        JobId cancelled = jobs.queue().enqueue(SampleJobs.job(SampleJobs.later()));
        jobs.console().cancel(cancelled);

        assertThat(jobs.console().retry(delayed)).isTrue();
        assertThat(jobs.console().find(delayed).orElseThrow().summary().attempts())
                .as("no attempt more where some are left")
                .isEqualTo(new JobSummary.Attempts(0, 3));
        assertThat(jobs.console().retry(cancelled)).isTrue();
        jobs.run(SampleJobs.answering(JobResult.complete()));

        assertThat(SampleJobs.state(jobs, delayed)).isEqualTo(JobState.COMPLETED);
        assertThat(SampleJobs.state(jobs, cancelled)).isEqualTo(JobState.COMPLETED);
        assertThat(jobs.console().retry(delayed)).as("also a completed one").isTrue();
    }

    @Test
    default void ofRacersOneRetriesAJob() {
        QueueAndConsole jobs = emptyQueueAndConsole();
        JobId id = jobs.queue().enqueue(SampleJobs.job(SampleJobs.mailers()));
        jobs.console().discard(id);

        assertThat(Race.between(8, i -> jobs.console().retry(id))).containsOnlyOnce(true);
    }

    @Test
    default void aWaitingJobIsCalledOffOrGivenUpOnce() {
        QueueAndConsole jobs = emptyQueueAndConsole();
        JobId cancelled = jobs.queue().enqueue(SampleJobs.job(SampleJobs.mailers()));
        JobId discarded = jobs.queue().enqueue(SampleJobs.job(SampleJobs.later()));

        assertThat(jobs.console().cancel(cancelled)).isTrue();
        assertThat(jobs.console().discard(discarded)).isTrue();

        assertThat(SampleJobs.state(jobs, cancelled)).isEqualTo(JobState.CANCELLED);
        assertThat(SampleJobs.state(jobs, discarded)).isEqualTo(JobState.DISCARDED);
        assertThat(List.of(cancelled, discarded))
                .allMatch(id -> jobs.console()
                        .find(id)
                        .orElseThrow()
                        .summary()
                        .times()
                        .finalizedAt()
                        .isPresent());
        assertThat(jobs.console().cancel(cancelled)).isFalse();
        assertThat(jobs.console().cancel(discarded)).isFalse();
        assertThat(jobs.console().discard(cancelled)).isFalse();
        assertThat(jobs.console().discard(discarded)).isFalse();
    }

    @Test
    default void aCompletedJobIsNeitherCalledOffNorGivenUpButDeleted() {
        QueueAndConsole jobs = emptyQueueAndConsole();
        JobId id = jobs.queue().enqueue(SampleJobs.job(SampleJobs.mailers()));
        jobs.run(SampleJobs.answering(JobResult.complete()));

        assertThat(jobs.console().cancel(id)).isFalse();
        assertThat(jobs.console().discard(id)).isFalse();
        assertThat(SampleJobs.state(jobs, id)).isEqualTo(JobState.COMPLETED);
        assertThat(jobs.console().delete(id)).isTrue();
    }

    @Test
    default void aRunningJobCanOnlyBeCalledOff() {
        QueueAndConsole jobs = emptyQueueAndConsole();
        JobId id = jobs.queue().enqueue(SampleJobs.job(SampleJobs.mailers()));
        List<Boolean> answers = new ArrayList<>();
        List<JobDetail> seen = new ArrayList<>();

        jobs.run(SampleJobs.handler(run -> {
            answers.add(jobs.console().retry(id));
            answers.add(jobs.console().discard(id));
            answers.add(jobs.console().delete(id));
            answers.add(jobs.console().cancel(id));
            jobs.console().find(id).ifPresent(seen::add);
            return JobResult.complete();
        }));

        assertThat(answers).startsWith(false, false, false, true);
        assertThat(seen).isNotEmpty();
        assertThat(seen.get(0).summary().state()).isEqualTo(JobState.EXECUTING);
        assertThat(seen.get(0).cancelRequested()).isTrue();
        assertThat(SampleJobs.state(jobs, id).isFinal()).isTrue();
    }

    @Test
    default void whatWasCalledOffWhileItRanRunsWhenRetried() {
        QueueAndConsole jobs = emptyQueueAndConsole();
        JobId id = jobs.queue().enqueue(SampleJobs.job(SampleJobs.mailers()));
        jobs.run(SampleJobs.handler(run -> {
            jobs.console().cancel(id);
            return JobResult.fail("interrupted");
        }));
        assertThat(SampleJobs.state(jobs, id)).isEqualTo(JobState.CANCELLED);

        assertThat(jobs.console().retry(id)).isTrue();
        assertThat(jobs.console().find(id).orElseThrow().cancelRequested()).isFalse();
        jobs.run(SampleJobs.answering(JobResult.complete()));

        assertThat(SampleJobs.state(jobs, id)).isEqualTo(JobState.COMPLETED);
    }

    @Test
    default void aJobIsDeletedOnce() {
        QueueAndConsole jobs = emptyQueueAndConsole();
        JobId id = jobs.queue().enqueue(SampleJobs.job(SampleJobs.mailers()));
        JobId kept = jobs.queue().enqueue(SampleJobs.job(SampleJobs.mailers()));

        assertThat(jobs.console().delete(id)).isTrue();

        assertThat(jobs.console().delete(id)).isFalse();
        assertThat(jobs.console().find(id)).isEmpty();
        assertThat(jobs.console().find(kept)).isPresent();
    }
}
