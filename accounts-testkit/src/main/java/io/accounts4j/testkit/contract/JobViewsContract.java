package io.accounts4j.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.accounts4j.job.JobConsole;
import io.accounts4j.job.JobCount;
import io.accounts4j.job.JobDetail;
import io.accounts4j.job.JobError;
import io.accounts4j.job.JobFilter;
import io.accounts4j.job.JobId;
import io.accounts4j.job.JobOptions;
import io.accounts4j.job.JobResult;
import io.accounts4j.job.JobState;
import io.accounts4j.job.JobSummary;
import io.accounts4j.job.NewJob;
import io.accounts4j.page.Cursor;
import io.accounts4j.page.Slice;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The lists, counts and details of {@link JobConsole}. */
public interface JobViewsContract extends ConsoleFixture {

    @Test
    default void jobsAreCountedByQueueAndState() {
        QueueAndConsole jobs = emptyQueueAndConsole();
        jobs.queue().enqueue(SampleJobs.job(SampleJobs.mailers()));
        jobs.queue().enqueue(SampleJobs.job(SampleJobs.mailers()));
        jobs.queue().enqueue(SampleJobs.job(SampleJobs.later()));
        jobs.queue().enqueue(SampleJobs.job(JobOptions.queue("events")));
        JobId discarded = jobs.queue().enqueue(SampleJobs.job(JobOptions.queue("events")));
        jobs.console().discard(discarded);

        assertThat(jobs.console().counts())
                .containsExactlyInAnyOrder(
                        new JobCount("mailers", JobState.AVAILABLE, 2, true),
                        new JobCount("mailers", JobState.SCHEDULED, 1, true),
                        new JobCount("events", JobState.AVAILABLE, 1, true),
                        new JobCount("events", JobState.DISCARDED, 1, true));
    }

    @Test
    default void theNewestJobsAreListedFirstAndPageByPage() {
        QueueAndConsole jobs = emptyQueueAndConsole();
        List<JobId> ids = IntStream.range(0, 5)
                .mapToObj(i -> jobs.queue().enqueue(SampleJobs.job(SampleJobs.mailers())))
                .toList();

        Slice<JobSummary> first = jobs.console().list(JobFilter.all(), Cursor.start(), 2);
        Slice<JobSummary> second =
                jobs.console().list(JobFilter.all(), first.next().orElseThrow(), 2);
        Slice<JobSummary> last =
                jobs.console().list(JobFilter.all(), second.next().orElseThrow(), 2);
        Slice<JobSummary> back =
                jobs.console().list(JobFilter.all(), last.previous().orElseThrow(), 2);

        assertThat(SampleJobs.ids(first)).containsExactly(ids.get(4), ids.get(3));
        assertThat(first.previous()).isEmpty();
        assertThat(SampleJobs.ids(second)).containsExactly(ids.get(2), ids.get(1));
        assertThat(SampleJobs.ids(last)).containsExactly(ids.get(0));
        assertThat(last.next()).isEmpty();
        assertThat(SampleJobs.ids(back)).isEqualTo(SampleJobs.ids(second));
        assertThat(jobs.console().list(JobFilter.all(), Cursor.start(), 5).next())
                .as("a page that is full to the last job")
                .isEmpty();
    }

    @Test
    default void whatIsQueuedOrDeletedMeanwhileMovesNobody() {
        QueueAndConsole jobs = emptyQueueAndConsole();
        List<JobId> ids = IntStream.range(0, 5)
                .mapToObj(i -> jobs.queue().enqueue(SampleJobs.job(SampleJobs.mailers())))
                .toList();
        Cursor next =
                jobs.console().list(JobFilter.all(), Cursor.start(), 2).next().orElseThrow();

        jobs.queue().enqueue(SampleJobs.job(SampleJobs.mailers()));
        assertThat(SampleJobs.ids(jobs.console().list(JobFilter.all(), next, 2)))
                .containsExactly(ids.get(2), ids.get(1));

        jobs.console().delete(ids.get(3));
        assertThat(SampleJobs.ids(jobs.console().list(JobFilter.all(), next, 2)))
                .as("also where the last job seen is gone")
                .containsExactly(ids.get(2), ids.get(1));
    }

    @Test
    default void jobsAreListedByStateQueueAndKind() {
        QueueAndConsole jobs = emptyQueueAndConsole();
        JobId due = jobs.queue().enqueue(SampleJobs.job(SampleJobs.mailers()));
        JobId delayed = jobs.queue().enqueue(SampleJobs.job(SampleJobs.later()));
        JobId other = jobs.queue().enqueue(NewJob.of("contract.other", Map.of(), JobOptions.queue("events")));

        assertThat(SampleJobs.list(jobs, JobFilter.all().in(JobState.AVAILABLE)))
                .containsExactly(other, due);
        assertThat(SampleJobs.list(jobs, JobFilter.all().ofQueue("mailers"))).containsExactly(delayed, due);
        assertThat(SampleJobs.list(jobs, JobFilter.all().ofKind("contract.other")))
                .containsExactly(other);
        assertThat(SampleJobs.list(jobs, JobFilter.all().in(JobState.SCHEDULED).ofQueue("events")))
                .isEmpty();
        assertThat(SampleJobs.list(jobs, JobFilter.all().ofQueue("Mailers"))).isEmpty();
        assertThat(SampleJobs.list(jobs, JobFilter.all().ofKind("Contract.other")))
                .isEmpty();
        assertThat(SampleJobs.ids(jobs.console().list(JobFilter.all().ofKind("contract.job"), Cursor.start(), 2)))
                .as("others do not count towards the limit")
                .containsExactly(delayed, due);
    }

    @Test
    default void jobsAreListedByTag() {
        QueueAndConsole jobs = emptyQueueAndConsole();
        JobId both = jobs.queue().enqueue(SampleJobs.job(SampleJobs.mailers().tags("invoice", "Zürich 10%_")));
        JobId one = jobs.queue().enqueue(SampleJobs.job(SampleJobs.later().tags("invoice")));
        JobId none = jobs.queue().enqueue(SampleJobs.job(SampleJobs.mailers()));

        assertThat(SampleJobs.list(jobs, JobFilter.all().ofTag("invoice"))).containsExactly(one, both);
        assertThat(SampleJobs.list(jobs, JobFilter.all().ofTag("invoice").in(JobState.AVAILABLE)))
                .containsExactly(both);
        assertThat(SampleJobs.list(jobs, JobFilter.all().ofTag("Zürich 10%_"))).containsExactly(both);
        for (String other : List.of("Invoice", "voice", "Zürich 10%", "Zürich 10_%", "invoice]")) {
            assertThat(SampleJobs.list(jobs, JobFilter.all().ofTag(other)))
                    .as(other)
                    .isEmpty();
        }
        assertThat(jobs.console().find(both).orElseThrow().summary().tags())
                .containsExactlyInAnyOrder("invoice", "Zürich 10%_");
        assertThat(jobs.console().find(none).orElseThrow().summary().tags()).isEmpty();
    }

    @Test
    default void aListHasOneToAThousandJobs() {
        QueueAndConsole jobs = emptyQueueAndConsole();
        JobId id = jobs.queue().enqueue(SampleJobs.job(SampleJobs.mailers()));

        assertThatThrownBy(() -> jobs.console().list(JobFilter.all(), Cursor.start(), 0))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> jobs.console().list(JobFilter.all(), Cursor.start(), 1_001))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(SampleJobs.ids(jobs.console().list(JobFilter.all(), Cursor.start(), 1_000)))
                .containsExactly(id);
    }

    @Test
    default void aJobShowsWhatItIsAndWhatBecameOfIt() {
        QueueAndConsole jobs = emptyQueueAndConsole();
        JobId id = jobs.queue()
                .enqueue(SampleJobs.job(SampleJobs.mailers().priority(3).maxAttempts(2)));
        jobs.run(SampleJobs.answering(JobResult.fail("no paper")));

        JobDetail detail = jobs.console().find(id).orElseThrow();

        JobSummary summary = detail.summary();
        assertThat(summary.id()).isEqualTo(id);
        assertThat(summary.kind()).isEqualTo("contract.job");
        assertThat(summary.queue()).isEqualTo("mailers");
        assertThat(summary.state()).isEqualTo(JobState.RETRYABLE);
        assertThat(summary.attempts()).isEqualTo(new JobSummary.Attempts(1, 2));
        assertThat(summary.times().attemptedAt()).isPresent();
        assertThat(summary.times().finalizedAt()).isEmpty();
        assertThat(summary.times().runAt()).isAfter(summary.times().insertedAt());
        assertThat(detail.priority()).isEqualTo(3);
        assertThat(detail.arguments().orElseThrow().replace(" ", "")).isEqualTo("{\"order\":\"4711\"}");
        assertThat(detail.errors()).singleElement().satisfies(error -> {
            assertThat(error.attempt()).isEqualTo(1);
            assertThat(error.error()).isEqualTo("no paper");
            assertThat(error.at().orElseThrow())
                    .isAfterOrEqualTo(summary.times().attemptedAt().orElseThrow())
                    .isBefore(summary.times().attemptedAt().orElseThrow().plusSeconds(60));
        });
        assertThat(detail.cancelRequested()).isFalse();
    }

    @Test
    default void errorsAreShownTheOldestFirst() {
        QueueAndConsole jobs = emptyQueueAndConsole();
        JobId id = jobs.queue().enqueue(SampleJobs.job(SampleJobs.mailers()));
        jobs.run(SampleJobs.answering(JobResult.fail("no paper")));
        assertThat(jobs.console().retry(id)).isTrue();
        jobs.run(SampleJobs.answering(JobResult.fail("no ink")));

        assertThat(jobs.console().find(id).orElseThrow().errors())
                .extracting(JobError::attempt, JobError::error)
                .containsExactly(tuple(1, "no paper"), tuple(2, "no ink"));
    }
}
