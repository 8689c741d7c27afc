package io.accounts4j.jobs;

import static java.time.Duration.ZERO;
import static java.time.Duration.ofDays;
import static java.time.Duration.ofMillis;
import static org.assertj.core.api.Assertions.assertThat;

import io.accounts4j.job.JobDetail;
import io.accounts4j.job.JobError;
import io.accounts4j.job.JobId;
import io.accounts4j.job.JobResult;
import io.accounts4j.mail.MailException;
import io.accounts4j.testdatabases.OnDatabases;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** The outcome of a job by the result or exception of its handler, on every database. */
@OnDatabases
class JobOutcomesTest extends JobEngineFixture {

    @Test
    void errorIsKeptWithItsTimeAndItsCauses() {
        JobId id = database.queue().enqueue(job(DEFAULT.maxAttempts(1)));
        start(quick(handler(run -> {
            throw new IllegalStateException(
                    "outer", new IllegalArgumentException("middle", new ArithmeticException("secret ann@example.org")));
        })));
        awaitState(id, "discarded");

        JobDetail detail = JdbcJobConsole.over(database.dataSource()).find(id).orElseThrow();

        JobError error = detail.errors().get(0);
        assertThat(error.error()).isEqualTo("java.lang.IllegalStateException: outer");
        assertThat(error.causes())
                .containsExactly(
                        "java.lang.IllegalArgumentException: middle",
                        "java.lang.ArithmeticException: secret [redacted]");
        assertThat(error.at().orElseThrow())
                .isBetween(
                        detail.summary().times().attemptedAt().orElseThrow(),
                        detail.summary().times().finalizedAt().orElseThrow().plusSeconds(1));
    }

    @Test
    void a_failed_job_is_tried_again_and_its_errors_are_kept() {
        JobId id = database.queue().enqueue(job(DEFAULT));
        start(quick(handler(run -> {
            if (run.attempt() == 1) {
                throw new IllegalStateException("first");
            }
            return run.attempt() == 2 ? JobResult.fail("second") : JobResult.complete();
        })));
        awaitState(id, "completed");
        assertThat(attempts(id)).isEqualTo("3");
        assertThat(errors(id).replace(" ", ""))
                .contains("java.lang.IllegalStateException:first", "\"attempt\":1", "second", "\"attempt\":2");
    }

    @Test
    void a_job_waits_as_long_as_the_backoff_says() {
        JobId id = database.queue().enqueue(job(DEFAULT));
        AtomicInteger calls = new AtomicInteger();
        start(quick(handler(run -> {
                    calls.incrementAndGet();
                    return JobResult.fail("no");
                }))
                .backoff(attempt -> ofDays(attempt)));
        awaitState(id, "retryable");
        assertThat(calls).hasValue(1);
    }

    @Test
    void a_failure_that_cannot_be_described_is_a_failure_too() {
        JobId id = database.queue().enqueue(job(DEFAULT.maxAttempts(1)));
        start(quick(handler(run -> {
            throw new IllegalStateException() {
                @Override
                public String getMessage() {
                    throw new IllegalStateException("not even this");
                }
            };
        })));
        awaitState(id, "discarded");
    }

    @Test
    void a_backoff_that_breaks_costs_a_standard_wait_and_no_place() {
        JobId id = database.queue().enqueue(job(DEFAULT));
        start(quick(handler(run -> JobResult.fail("no"))).backoff(attempt -> {
            throw new NoClassDefFoundError("the host's back-off");
        }));
        awaitState(id, "retryable");
    }

    @Test
    void a_job_whose_attempts_are_used_up_is_discarded() {
        JobId id = database.queue().enqueue(job(DEFAULT.maxAttempts(3)));
        AtomicInteger calls = new AtomicInteger();
        start(quick(handler(run -> {
            calls.incrementAndGet();
            throw new AssertionError("an Error is a failure too");
        })));
        awaitState(id, "discarded");
        assertThat(calls).hasValue(3);
        assertThat(attempts(id)).isEqualTo("3");
    }

    @Test
    void mail_that_is_refused_for_good_is_discarded_at_once() {
        JobId refused = database.queue().enqueue(job("refused", DEFAULT));
        JobId busy = database.queue().enqueue(job("busy", DEFAULT));
        start(quick(handler(run -> {
                    throw new MailException("550", run.argument("name").equals("busy"), null);
                }))
                .backoff(attempt -> ofDays(1)));
        awaitState(refused, "discarded");
        awaitState(busy, "retryable");
    }

    @Test
    void an_error_is_kept_without_secrets_and_short() {
        String token = "A".repeat(43);
        JobId id = database.queue().enqueue(job(DEFAULT.maxAttempts(1)));
        start(quick(handler(run -> JobResult.fail("GET /confirm/" + token
                + " for ann@example.org $2a$12$abcdefghijklmnop " + "\u0000\uD800 " + "long ".repeat(500)))));
        awaitState(id, "discarded");
        assertThat(errors(id))
                .contains("[redacted]")
                .doesNotContain(token, "ann@example.org", "abcdefghijklmnop")
                .hasSizeLessThan(600);
    }

    @Test
    void no_more_than_the_last_twenty_errors_are_kept() {
        JobId id = database.queue().enqueue(job(DEFAULT.maxAttempts(25)));
        start(quick(handler(run -> JobResult.fail("error #" + run.attempt() + "#")))
                .backoff(attempt -> ZERO));
        awaitState(id, "discarded");
        assertThat(errors(id)).contains("#25#", "#6#").doesNotContain("#5#");
    }

    @Test
    void a_snoozed_job_loses_no_attempt() {
        JobId id = database.queue().enqueue(job(DEFAULT.maxAttempts(1)));
        AtomicInteger calls = new AtomicInteger();
        start(quick(handler(run -> {
            assertThat(run.attempt()).isEqualTo(1);
            return calls.incrementAndGet() < 4 ? JobResult.snooze(ofMillis(10)) : JobResult.complete();
        })));
        awaitState(id, "completed");
        assertThat(calls).hasValue(4);
        assertThat(errors(id)).isEqualTo("[]");
    }

    @Test
    void a_job_is_cancelled_by_its_handler_or_from_outside() {
        JobId outside = database.queue().enqueue(job("outside", DEFAULT.scheduleIn(ofDays(1))));
        assertThat(database.queue().cancel(outside)).isTrue();
        assertThat(database.queue().cancel(outside)).isFalse();
        JobId handler = database.queue().enqueue(job("handler", DEFAULT));
        start(quick(handler(run -> JobResult.cancel("no longer wanted"))));
        awaitState(handler, "cancelled");
        assertThat(errors(handler)).contains("no longer wanted");
        assertThat(state(outside)).isEqualTo("cancelled");
    }
}
