package io.accounts4j.testkit.contract;

import static java.time.Duration.ZERO;
import static java.time.Duration.ofDays;
import static java.time.Duration.ofHours;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.accounts4j.job.JobConsole;
import io.accounts4j.job.JobFilter;
import io.accounts4j.job.JobId;
import io.accounts4j.job.JobOperation;
import io.accounts4j.job.JobOptions;
import io.accounts4j.job.JobResult;
import io.accounts4j.job.JobState;
import io.accounts4j.job.NewJob;
import io.accounts4j.page.Cursor;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The bulk changes and rescheduling of {@link JobConsole}. */
public interface JobBulkContract extends ConsoleFixture {

    @Test
    default void discardedJobsAreRetriedTogether() {
        QueueAndConsole jobs = emptyQueueAndConsole();
        List<JobId> discarded = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            discarded.add(jobs.queue().enqueue(SampleJobs.job(SampleJobs.later())));
        }
        JobId elsewhere = jobs.queue().enqueue(SampleJobs.job(JobOptions.queue("events")));
        JobId other = jobs.queue().enqueue(NewJob.of("contract.other", Map.of(), SampleJobs.mailers()));
        JobId cancelled = jobs.queue().enqueue(SampleJobs.job(SampleJobs.later()));
        discarded.forEach(jobs.console()::discard);
        jobs.console().discard(elsewhere);
        jobs.console().discard(other);
        jobs.console().cancel(cancelled);

        JobFilter mailers =
                JobFilter.all().in(JobState.DISCARDED).ofQueue("mailers").ofKind("contract.job");
        assertThat(jobs.console().applyToAll(JobOperation.retry(), mailers, 2)).isEqualTo(2);
        assertThat(jobs.console().applyToAll(JobOperation.retry(), mailers, 2)).isEqualTo(1);
        assertThat(jobs.console().applyToAll(JobOperation.retry(), mailers, 2)).isZero();

        assertThat(discarded).allMatch(id -> SampleJobs.state(jobs, id) == JobState.AVAILABLE);
        assertThat(SampleJobs.state(jobs, elsewhere)).isEqualTo(JobState.DISCARDED);
        assertThat(SampleJobs.state(jobs, other)).isEqualTo(JobState.DISCARDED);
        assertThat(SampleJobs.state(jobs, cancelled)).isEqualTo(JobState.CANCELLED);
    }

    @Test
    default void eachOperationIsDoneToAllInAStateForIt() {
        QueueAndConsole jobs = emptyQueueAndConsole();
        JobConsole console = jobs.console();
        JobId due = jobs.queue().enqueue(SampleJobs.job(SampleJobs.mailers()));
        JobId delayed = jobs.queue().enqueue(SampleJobs.job(SampleJobs.later()));
        JobId over = jobs.queue().enqueue(SampleJobs.job(SampleJobs.later()));
        console.cancel(over);

        assertThat(console.applyToAll(JobOperation.discard(), JobFilter.all(), 10))
                .isEqualTo(2);
        assertThat(SampleJobs.state(jobs, due)).isEqualTo(JobState.DISCARDED);
        assertThat(SampleJobs.state(jobs, over)).isEqualTo(JobState.CANCELLED);
        assertThat(console.applyToAll(JobOperation.retry(), JobFilter.all(), 10))
                .as("also what was called off")
                .isEqualTo(3);
        assertThat(console.applyToAll(JobOperation.retry(), JobFilter.all(), 10))
                .as("all are available")
                .isZero();
        assertThat(console.applyToAll(JobOperation.cancel(), JobFilter.all(), 2))
                .isEqualTo(2);
        assertThat(SampleJobs.state(jobs, delayed)).isEqualTo(JobState.CANCELLED);
        assertThat(SampleJobs.state(jobs, over)).as("the oldest first").isEqualTo(JobState.AVAILABLE);
        assertThat(console.applyToAll(JobOperation.delete(), JobFilter.all().in(JobState.CANCELLED), 10))
                .isEqualTo(2);
        assertThat(SampleJobs.list(jobs, JobFilter.all())).containsExactly(over);
    }

    @Test
    default void aWaitingJobIsRescheduled() {
        QueueAndConsole jobs = emptyQueueAndConsole();
        JobConsole console = jobs.console();
        JobId due = jobs.queue().enqueue(SampleJobs.job(SampleJobs.mailers()));
        JobId delayed = jobs.queue().enqueue(SampleJobs.job(SampleJobs.later()));
        JobId over = jobs.queue().enqueue(SampleJobs.job(SampleJobs.later()));
        console.cancel(over);
        Instant tomorrow = inserted(jobs, due).plus(ofHours(20));
        Instant before = inserted(jobs, due);

        assertThat(console.applyToAll(JobOperation.reschedule(tomorrow), JobFilter.all(), 10))
                .isEqualTo(2);
        assertThat(console.list(JobFilter.all().in(JobState.SCHEDULED), Cursor.start(), 10)
                        .items())
                .hasSize(2)
                .allMatch(job -> job.times().runAt().equals(tomorrow));
        assertThat(console.applyToAll(JobOperation.reschedule(before), JobFilter.all(), 1))
                .isEqualTo(1);
        jobs.run(SampleJobs.answering(JobResult.complete()));

        assertThat(SampleJobs.state(jobs, due)).isEqualTo(JobState.COMPLETED);
        assertThat(SampleJobs.state(jobs, delayed)).isEqualTo(JobState.SCHEDULED);
        assertThat(SampleJobs.state(jobs, over)).isEqualTo(JobState.CANCELLED);
    }

    private static Instant inserted(QueueAndConsole jobs, JobId id) {
        return jobs.console().find(id).orElseThrow().summary().times().insertedAt();
    }

    @Test
    default void jobsAreMeantByTheirAgeAndSubject() {
        QueueAndConsole jobs = emptyQueueAndConsole();
        JobId id = jobs.queue().enqueue(SampleJobs.job(SampleJobs.mailers()));

        assertThat(SampleJobs.list(jobs, JobFilter.all().olderThan(ZERO))).containsExactly(id);
        assertThat(SampleJobs.list(jobs, JobFilter.all().about("ann"))).isEmpty();
        assertThat(jobs.console()
                        .applyToAll(JobOperation.delete(), JobFilter.all().olderThan(ofDays(1)), 10))
                .isZero();
        assertThat(jobs.console()
                        .applyToAll(JobOperation.delete(), JobFilter.all().olderThan(ZERO), 10))
                .isEqualTo(1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> JobFilter.all().olderThan(ofDays(-1)))
                .withMessageContaining("age must be 0 to 365,000 days, got PT-24H");
    }

    @Test
    default void whatCouldNotBeDoneIsRefused() {
        JobConsole console = emptyQueueAndConsole().console();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> console.applyToAll(JobOperation.delete(), JobFilter.all(), 0))
                .withMessageContaining("limit must be >= 1, got 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> JobOperation.reschedule(Instant.MAX))
                .withMessageContaining("at must be an instant from 1970 to 2968, got");
    }
}
