package io.accounts4j.jobs.node;

import static java.time.Duration.ofDays;
import static java.time.Duration.ofMillis;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.accounts4j.job.JobEvent;
import io.accounts4j.job.JobId;
import io.accounts4j.job.JobResult;
import io.accounts4j.testdatabases.OnDatabases;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** A job that takes longer than its timeout, on every database. */
@OnDatabases
class TimeoutTest extends NodeFixture {

    private final CountDownLatch never = new CountDownLatch(1);

    @Test
    void a_handler_that_takes_too_long_is_interrupted_and_its_attempt_has_failed() throws Exception {
        CountDownLatch interrupted = new CountDownLatch(1);
        AtomicInteger calls = new AtomicInteger();
        JobId id = enqueue("slow");
        start(5, handling(ofMillis(100), (job, hold) -> {
            if (calls.incrementAndGet() > 1) {
                return JobResult.complete();
            }
            try {
                never.await();
            } catch (InterruptedException e) {
                assertThat(hold.isWanted()).isFalse();
                interrupted.countDown();
            }
            return JobResult.complete();
        }));
        assertThat(interrupted.await(30, TimeUnit.SECONDS)).isTrue();
        awaitState(id, "completed");
        assertThat(errors(id)).contains("took longer than PT0.1S");
        // Whoever hears of an outcome may do so after it is written.
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(heard)
                        .anySatisfy(event -> assertThat(event).isInstanceOfSatisfying(JobEvent.Failed.class, failed -> {
                            assertThat(failed.outcome()).isEqualTo(JobEvent.Outcome.RETRYABLE);
                            assertThat(failed.error()).isEqualTo("took longer than PT0.1S");
                            assertThat(failed.duration()).isGreaterThanOrEqualTo(ofMillis(100));
                        })));
    }

    @Test
    void a_handler_that_ignores_the_interrupt_is_settled_anyway_and_keeps_its_place() {
        CountDownLatch end = new CountDownLatch(1);
        JobId stubborn = enqueue("stubborn", 1);
        Node node = start(1, handling(ofMillis(100), (job, hold) -> {
            if (String.valueOf(job.arguments().json()).contains("stubborn")) {
                awaitStubbornly(end);
            }
            return JobResult.complete();
        }));
        awaitState(stubborn, "discarded");
        assertThat(node.stuck()).isEqualTo(1);
        JobId next = enqueue("next");
        node.wake();
        assertThat(state(next)).isEqualTo("available");
        end.countDown();
        awaitState(next, "completed");
        assertThat(node.stuck()).isZero();
        assertThat(state(stubborn)).isEqualTo("discarded");
    }

    @Test
    void a_job_within_its_time_is_left_alone() {
        JobId id = enqueue("quick");
        start(5, handling(ofDays(1_000_000), (job, hold) -> JobResult.complete()));
        awaitState(id, "completed");
        await().atMost(SOON).until(() -> heard.size() == 2);
        assertThat(heard).noneMatch(JobEvent.Failed.class::isInstance);
    }
}
