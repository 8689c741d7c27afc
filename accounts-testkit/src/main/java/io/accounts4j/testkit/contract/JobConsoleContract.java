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

/** What {@link JobConsole} promises. */
public interface JobConsoleContract extends JobViewsContract, JobBulkContract {

    @Test
    default void whereThereIsNoSuchJobNothingHappens() {
        JobConsole console = emptyDesk().console();
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
        Desk desk = emptyDesk();
        JobId id = desk.queue().enqueue(SampleJobs.job(SampleJobs.mailers().maxAttempts(1)));
        desk.run(SampleJobs.answering(JobResult.fail("no paper")));
        assertThat(SampleJobs.state(desk, id)).isEqualTo(JobState.DISCARDED);

        assertThat(desk.console().retry(id)).isTrue();
        JobSummary retried = desk.console().find(id).orElseThrow().summary();
        assertThat(retried.state()).isEqualTo(JobState.AVAILABLE);
        assertThat(retried.attempts()).isEqualTo(new JobSummary.Attempts(1, 2));
        assertThat(retried.times().finalizedAt()).isEmpty();
        assertThat(desk.console().retry(id)).as("it is available already").isFalse();

        desk.run(SampleJobs.answering(JobResult.complete()));
        assertThat(SampleJobs.state(desk, id)).isEqualTo(JobState.COMPLETED);
        assertThat(desk.console().find(id).orElseThrow().errors()).hasSize(1);
    }

    @Test
    default void aDelayedJobAndACancelledOneAreDueNowWhenRetried() {
        Desk desk = emptyDesk();
        JobId delayed = desk.queue().enqueue(SampleJobs.job(SampleJobs.later().maxAttempts(3)));
        JobId cancelled = desk.queue().enqueue(SampleJobs.job(SampleJobs.later()));
        desk.console().cancel(cancelled);

        assertThat(desk.console().retry(delayed)).isTrue();
        assertThat(desk.console().find(delayed).orElseThrow().summary().attempts())
                .as("no attempt more where some are left")
                .isEqualTo(new JobSummary.Attempts(0, 3));
        assertThat(desk.console().retry(cancelled)).isTrue();
        desk.run(SampleJobs.answering(JobResult.complete()));

        assertThat(SampleJobs.state(desk, delayed)).isEqualTo(JobState.COMPLETED);
        assertThat(SampleJobs.state(desk, cancelled)).isEqualTo(JobState.COMPLETED);
        assertThat(desk.console().retry(delayed)).as("also a completed one").isTrue();
    }

    @Test
    default void ofRacersOneRetriesAJob() {
        Desk desk = emptyDesk();
        JobId id = desk.queue().enqueue(SampleJobs.job(SampleJobs.mailers()));
        desk.console().discard(id);

        assertThat(Race.between(8, i -> desk.console().retry(id))).containsOnlyOnce(true);
    }

    @Test
    default void aWaitingJobIsCalledOffOrGivenUpOnce() {
        Desk desk = emptyDesk();
        JobId cancelled = desk.queue().enqueue(SampleJobs.job(SampleJobs.mailers()));
        JobId discarded = desk.queue().enqueue(SampleJobs.job(SampleJobs.later()));

        assertThat(desk.console().cancel(cancelled)).isTrue();
        assertThat(desk.console().discard(discarded)).isTrue();

        assertThat(SampleJobs.state(desk, cancelled)).isEqualTo(JobState.CANCELLED);
        assertThat(SampleJobs.state(desk, discarded)).isEqualTo(JobState.DISCARDED);
        assertThat(List.of(cancelled, discarded))
                .allMatch(id -> desk.console()
                        .find(id)
                        .orElseThrow()
                        .summary()
                        .times()
                        .finalizedAt()
                        .isPresent());
        assertThat(desk.console().cancel(cancelled)).isFalse();
        assertThat(desk.console().cancel(discarded)).isFalse();
        assertThat(desk.console().discard(cancelled)).isFalse();
        assertThat(desk.console().discard(discarded)).isFalse();
    }

    @Test
    default void aCompletedJobIsNeitherCalledOffNorGivenUpButDeleted() {
        Desk desk = emptyDesk();
        JobId id = desk.queue().enqueue(SampleJobs.job(SampleJobs.mailers()));
        desk.run(SampleJobs.answering(JobResult.complete()));

        assertThat(desk.console().cancel(id)).isFalse();
        assertThat(desk.console().discard(id)).isFalse();
        assertThat(SampleJobs.state(desk, id)).isEqualTo(JobState.COMPLETED);
        assertThat(desk.console().delete(id)).isTrue();
    }

    @Test
    default void aRunningJobCanOnlyBeCalledOff() {
        Desk desk = emptyDesk();
        JobId id = desk.queue().enqueue(SampleJobs.job(SampleJobs.mailers()));
        List<Boolean> answers = new ArrayList<>();
        List<JobDetail> seen = new ArrayList<>();

        desk.run(SampleJobs.handler(run -> {
            answers.add(desk.console().retry(id));
            answers.add(desk.console().discard(id));
            answers.add(desk.console().delete(id));
            answers.add(desk.console().cancel(id));
            desk.console().find(id).ifPresent(seen::add);
            return JobResult.complete();
        }));

        assertThat(answers).startsWith(false, false, false, true);
        assertThat(seen).isNotEmpty();
        assertThat(seen.get(0).summary().state()).isEqualTo(JobState.EXECUTING);
        assertThat(seen.get(0).cancelRequested()).isTrue();
        assertThat(SampleJobs.state(desk, id).isFinal()).isTrue();
    }

    @Test
    default void whatWasCalledOffWhileItRanRunsWhenRetried() {
        Desk desk = emptyDesk();
        JobId id = desk.queue().enqueue(SampleJobs.job(SampleJobs.mailers()));
        desk.run(SampleJobs.handler(run -> {
            desk.console().cancel(id);
            return JobResult.fail("interrupted");
        }));
        assertThat(SampleJobs.state(desk, id)).isEqualTo(JobState.CANCELLED);

        assertThat(desk.console().retry(id)).isTrue();
        assertThat(desk.console().find(id).orElseThrow().cancelRequested()).isFalse();
        desk.run(SampleJobs.answering(JobResult.complete()));

        assertThat(SampleJobs.state(desk, id)).isEqualTo(JobState.COMPLETED);
    }

    @Test
    default void aJobIsDeletedOnce() {
        Desk desk = emptyDesk();
        JobId id = desk.queue().enqueue(SampleJobs.job(SampleJobs.mailers()));
        JobId kept = desk.queue().enqueue(SampleJobs.job(SampleJobs.mailers()));

        assertThat(desk.console().delete(id)).isTrue();

        assertThat(desk.console().delete(id)).isFalse();
        assertThat(desk.console().find(id)).isEmpty();
        assertThat(desk.console().find(kept)).isPresent();
    }
}
