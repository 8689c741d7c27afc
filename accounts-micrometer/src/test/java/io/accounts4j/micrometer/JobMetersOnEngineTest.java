package io.accounts4j.micrometer;

import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.accounts4j.job.JobHandler;
import io.accounts4j.job.JobOptions;
import io.accounts4j.job.JobResult;
import io.accounts4j.job.JobRun;
import io.accounts4j.job.NewJob;
import io.accounts4j.jobs.CurrentConnection;
import io.accounts4j.jobs.JdbcJobQueue;
import io.accounts4j.jobs.JobEngine;
import io.accounts4j.schema.AccountsSchema;
import io.accounts4j.testdatabases.TestDatabase;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The meters of an engine, for every outcome of a job. */
class JobMetersOnEngineTest {

    private static final Duration SOON = ofSeconds(30);
    private static final String KIND = "test.job";

    private final DataSource dataSource = TestDatabase.H2.freshDatabase();
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final Map<String, AtomicInteger> calls = new ConcurrentHashMap<>();
    private final CountDownLatch goOn = new CountDownLatch(1);

    @BeforeEach
    void migrate() {
        AccountsSchema.migrate(dataSource);
    }

    @Test
    void everyAttemptIsTimedByHowItEnded() {
        enqueue("complete", "cancel", "snooze once", "fail once", "fail for ever");
        try (JobEngine engine = start()) {
            assertThat(engine).isNotNull();
            await().atMost(SOON).untilAsserted(() -> {
                assertThat(attempts("completed"))
                        .as("the first, the snoozed, the failed")
                        .isEqualTo(3);
                assertThat(attempts("cancelled")).isEqualTo(1);
                assertThat(attempts("snoozed")).isEqualTo(1);
                assertThat(attempts("retryable"))
                        .as("two kinds of failure, once each")
                        .isEqualTo(2);
                assertThat(attempts("discarded")).isEqualTo(1);
            });
            Timer waited = registry.get("accounts.jobs.queue.time")
                    .tags("kind", KIND, "queue", "default")
                    .timer();
            assertThat(waited.count()).isEqualTo(8);
            assertThat(waited.max(TimeUnit.SECONDS)).isBetween(0.0, 30.0);
            assertThat(executing()).isZero();
        }
    }

    @Test
    void whatRunsIsCountedUntilItEnds() {
        enqueue("wait", "wait");
        try (JobEngine engine = start()) {
            assertThat(engine).isNotNull();
            await().atMost(SOON).until(() -> executing() == 2);
            goOn.countDown();
            await().atMost(SOON).until(() -> executing() == 0);
            assertThat(attempts("completed")).isEqualTo(2);
        }
    }

    @Test
    void whatIsGivenUpIsNotCountedForEver() {
        enqueue("wait");
        try (JobEngine engine = start()) {
            assertThat(engine).isNotNull();
            await().atMost(SOON).until(() -> executing() == 1);
        }
        await().atMost(SOON).until(() -> executing() == 0);
        assertThat(attempts("released")).isEqualTo(1);
    }

    private void enqueue(String... orders) {
        JdbcJobQueue queue = JdbcJobQueue.on(CurrentConnection.from(dataSource));
        for (String order : orders) {
            NewJob job = NewJob.of(
                    KIND, Map.of("order", order), JobOptions.queue("default").maxAttempts(2));
            assertThat(queue.enqueue(job)).isNotNull();
        }
    }

    private JobEngine start() {
        return JobEngine.builder(dataSource)
                .queue("default", 5)
                .handlers(List.of(new Obedient()))
                .listener(new JobMeters(registry))
                .poll(ofMillis(20))
                .backoff(attempt -> Duration.ZERO)
                .grace(ofMillis(50))
                .start();
    }

    private double executing() {
        return registry.find("accounts.jobs.executing").tag("queue", "default").gauges().stream()
                .mapToDouble(gauge -> gauge.value())
                .sum();
    }

    private long attempts(String outcome) {
        return registry
                .find("accounts.jobs.duration")
                .tags("kind", KIND, "queue", "default", "outcome", outcome)
                .timers()
                .stream()
                .mapToLong(Timer::count)
                .sum();
    }

    /** Does what its job says. */
    private final class Obedient implements JobHandler {

        @Override
        public String kind() {
            return KIND;
        }

        @Override
        public JobResult run(JobRun job) {
            String order = job.argument("order");
            boolean first =
                    calls.computeIfAbsent(order, each -> new AtomicInteger()).incrementAndGet() == 1;
            return switch (order) {
                case "cancel" -> JobResult.cancel("not wanted");
                case "snooze once" -> first ? JobResult.snooze(Duration.ZERO) : JobResult.complete();
                case "fail once" -> first ? JobResult.fail("not yet") : JobResult.complete();
                case "fail for ever" -> throw new IllegalStateException("never");
                case "wait" -> waited();
                default -> JobResult.complete();
            };
        }

        private JobResult waited() {
            try {
                goOn.await();
                return JobResult.complete();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
