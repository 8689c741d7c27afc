package io.accounts4j.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.accounts4j.job.JobId;
import io.accounts4j.job.JobOptions;
import io.accounts4j.job.JobQueue;
import io.accounts4j.job.NewJob;
import io.accounts4j.user.User;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The contract of {@link JobQueue} towards callers that enqueue; no job becomes due here. */
public interface JobQueueContract extends StoreAndQueueFixture {

    private static NewJob job() {
        return NewJob.of(
                "contract.later",
                Map.of("user", "0198"),
                JobOptions.queue("contract").scheduleIn(Duration.ofDays(1)));
    }

    @Test
    default void aQueuedJobCanBeCancelledOnce() {
        JobQueue jobs = emptyStoreAndQueue().jobs();
        JobId id = jobs.enqueue(job());

        assertThat(jobs.cancel(id)).isTrue();
        assertThat(jobs.cancel(id)).as("again").isFalse();
    }

    @Test
    default void everyJobHasAnIdOfItsOwn() {
        JobQueue jobs = emptyStoreAndQueue().jobs();

        List<JobId> ids = Race.between(16, i -> jobs.enqueue(job()));

        assertThat(ids).doesNotHaveDuplicates();
        assertThat(jobs.cancel(ids.get(3))).isTrue();
        assertThat(jobs.cancel(ids.get(4))).as("another one").isTrue();
    }

    @Test
    default void aUniqueJobIsStoredOnceWhileItIsUnfinished() {
        JobQueue jobs = emptyStoreAndQueue().jobs();
        JobId first = jobs.enqueue(job().unique("ann"));

        assertThat(jobs.enqueue(job().unique("ann"))).as("the same").isEqualTo(first);
        assertThat(jobs.enqueue(job().unique("bob"))).as("another key").isNotEqualTo(first);
        assertThat(jobs.enqueue(job())).as("without a key").isNotEqualTo(first);
        NewJob ofAnotherKind =
                NewJob.of("contract.other", Map.of(), job().options()).unique("ann");
        assertThat(jobs.enqueue(ofAnotherKind)).as("another kind").isNotEqualTo(first);

        assertThat(jobs.cancel(first)).isTrue();
        JobId next = jobs.enqueue(job().unique("ann"));
        assertThat(next).as("once it is over").isNotEqualTo(first);
        assertThat(jobs.cancel(next)).isTrue();
    }

    @Test
    default void ofManyWhoQueueOneUniqueJobExactlyOneIsStored() {
        JobQueue jobs = emptyStoreAndQueue().jobs();

        List<JobId> ids = Race.between(16, i -> jobs.enqueue(job().unique("ann")));

        assertThat(ids).containsOnly(ids.get(0));
        assertThat(jobs.cancel(ids.get(0))).isTrue();
        assertThat(jobs.cancel(ids.get(0))).isFalse();
    }

    @Test
    default void aUniqueJobThatIsRolledBackKeepsNobodyOut() {
        StoreAndQueue wiring = emptyStoreAndQueue();
        JobId[] gone = new JobId[1];

        Rollback.of(wiring.store(), () -> gone[0] = wiring.jobs().enqueue(job().unique("ann")));

        assertThat(wiring.jobs().cancel(gone[0])).isFalse();
        assertThat(wiring.jobs().cancel(wiring.jobs().enqueue(job().unique("ann"))))
                .isTrue();
    }

    @Test
    default void anUnknownJobCannotBeCancelled() {
        assertThat(emptyStoreAndQueue().jobs().cancel(new JobId(Long.MAX_VALUE)))
                .isFalse();
    }

    @Test
    default void aJobIsRolledBackWithItsTransaction() {
        StoreAndQueue wiring = emptyStoreAndQueue();
        JobId[] id = new JobId[1];

        Rollback.of(wiring.store(), () -> id[0] = wiring.jobs().enqueue(job()));

        assertThat(wiring.jobs().cancel(id[0])).isFalse();
    }

    @Test
    default void aJobIsCommittedWithItsTransaction() {
        StoreAndQueue wiring = emptyStoreAndQueue();

        JobId id = wiring.store().transactions().inTransaction(() -> {
            User user = Samples.stored(wiring.store(), "ann@example.com");
            assertThat(user).isNotNull();
            JobId queued = wiring.jobs().enqueue(job());
            assertThat(Race.result(Race.inBackground(() -> wiring.jobs().cancel(new JobId(queued.value() + 1000)))))
                    .as("others wait for nothing")
                    .isFalse();
            return queued;
        });

        assertThat(wiring.jobs().cancel(id)).isTrue();
    }

    @Test
    default void aJobTakesTheLongestNamesAndAnyText() {
        JobQueue jobs = emptyStoreAndQueue().jobs();
        Map<String, String> arguments =
                Map.of("empty", "", "k".repeat(100), "\"quoted\" \\ \n 👋 確認", "long", "x".repeat(10_000));

        JobId id = jobs.enqueue(new NewJob(
                "k".repeat(127),
                Integer.MAX_VALUE,
                arguments,
                JobOptions.queue("q".repeat(127)).maxAttempts(1).priority(9).scheduleIn(Duration.ofDays(365))));

        assertThat(jobs.cancel(id)).isTrue();
    }
}
