package io.accounts4j.jobs.node;

import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.accounts4j.job.JobEvent;
import io.accounts4j.job.JobEvent.Outcome;
import io.accounts4j.job.JobId;
import io.accounts4j.job.JobResult;
import io.accounts4j.jobs.sql.ClaimedJob;
import io.accounts4j.testdatabases.OnDatabases;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** The events of a listener, on every database. */
@OnDatabases
class TellingTest extends NodeFixture {

    @Test
    void a_listener_hears_of_every_attempt_how_it_began_and_ended() {
        JobId id = enqueue("job", 4);
        start(1, handling(this::answer));
        awaitState(id, "discarded");
        await().atMost(SOON).until(() -> heard.size() == 10);
        JobEvent.Subject last = new JobEvent.Subject(id, "test.job", "default", 4, 4);
        assertThat(heard.get(8)).isInstanceOf(JobEvent.Started.class);
        assertThat(heard.get(9)).isInstanceOfSatisfying(JobEvent.Failed.class, failed -> {
            assertThat(failed.job()).isEqualTo(last);
            assertThat(failed.error()).isEqualTo("java.lang.IllegalStateException: 4");
        });
        assertThat(outcomes())
                .containsExactly(
                        Outcome.SNOOZED, Outcome.RETRYABLE, Outcome.RETRYABLE, Outcome.RETRYABLE, Outcome.DISCARDED);
    }

    @Test
    void jobGivenUpBecauseItsNodeDiedIsReportedLikeAnyDiscard() {
        JobId id = enqueue("deadly", 1);
        JobId again = enqueue("less deadly", 2);
        database.execute("update accounts_jobs set state = 'executing', node_id = -1, lease = 1, attempt = 1,"
                + " attempted_at = run_at");
        start(1, handling((job, hold) -> JobResult.complete()));
        awaitState(id, "discarded");
        awaitState(again, "completed");
        await().atMost(SOON).until(() -> heard.size() == 4);
        assertThat(heard)
                .filteredOn(event -> event.job().id().equals(id))
                .singleElement()
                .isInstanceOfSatisfying(JobEvent.Failed.class, failed -> {
                    assertThat(failed.job()).isEqualTo(new JobEvent.Subject(id, "test.job", "default", 1, 1));
                    assertThat(failed.outcome()).isEqualTo(Outcome.DISCARDED);
                    assertThat(failed.error()).isEqualTo("the node that held it died");
                    assertThat(failed.duration()).isBetween(Duration.ZERO, SOON);
                });
        assertThat(heard)
                .filteredOn(event -> event.job().id().equals(again))
                .first()
                .isInstanceOfSatisfying(
                        JobEvent.Failed.class,
                        failed -> assertThat(failed.outcome()).isEqualTo(Outcome.RETRYABLE));
    }

    @Test
    void the_queue_time_is_how_long_a_job_was_due() {
        JobId id = enqueue("late");
        database.execute("update accounts_jobs set run_at = run_at - interval '5' minute");
        start(1, handling((job, hold) -> JobResult.complete()));
        awaitState(id, "completed");
        await().atMost(SOON).until(() -> heard.size() == 2);
        assertThat(heard)
                .allSatisfy(event -> assertThat(event.queueTime())
                        .isBetween(ofMinutes(5), ofMinutes(5).plus(SOON)));
        assertThat(heard.get(1)).isInstanceOfSatisfying(JobEvent.Stopped.class, stopped -> {
            assertThat(stopped.outcome()).isEqualTo(Outcome.COMPLETED);
            assertThat(stopped.duration()).isBetween(Duration.ZERO, ofSeconds(10));
        });
    }

    @Test
    void a_listener_that_throws_harms_nobody() {
        JobId id = enqueue("job");
        start(1, handling((job, hold) -> JobResult.complete()), event -> {
            heard.add(event);
            throw new AssertionError("a broken meter");
        });
        awaitState(id, "completed");
        JobId next = enqueue("next");
        awaitState(next, "completed");
        await().atMost(SOON).until(() -> heard.size() == 4);
    }

    @Test
    void a_listener_hears_of_what_the_node_gives_up() {
        enqueue("endless");
        Node node = start(1, handling((job, hold) -> {
            new CountDownLatch(1).await();
            return JobResult.complete();
        }));
        await().atMost(SOON).until(() -> heard.size() == 1);
        node.close();
        await().atMost(SOON).until(() -> heard.size() == 2);
        assertThat(heard.get(1))
                .isInstanceOfSatisfying(
                        JobEvent.Stopped.class,
                        stopped -> assertThat(stopped.outcome()).isEqualTo(Outcome.RELEASED));
    }

    private int calls;

    private JobResult answer(ClaimedJob job, Claim hold) {
        if (calls++ == 0) {
            return JobResult.snooze(Duration.ZERO);
        }
        throw new IllegalStateException(String.valueOf(job.attempts().made()));
    }

    private List<Outcome> outcomes() {
        return heard.stream()
                .filter(event -> !(event instanceof JobEvent.Started))
                .map(event -> event instanceof JobEvent.Stopped stopped
                        ? stopped.outcome()
                        : ((JobEvent.Failed) event).outcome())
                .toList();
    }
}
