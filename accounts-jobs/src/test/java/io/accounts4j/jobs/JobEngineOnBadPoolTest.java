package io.accounts4j.jobs;

import static java.time.Duration.ofHours;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.awaitility.Awaitility.await;

import io.accounts4j.job.JobHandler;
import io.accounts4j.job.JobResult;
import io.accounts4j.testdatabases.OnDatabases;
import io.accounts4j.testdatabases.TestDatabase;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Faults of a pool between engine and database. */
@OnDatabases(TestDatabase.H2)
class JobEngineOnBadPoolTest extends JobEngineFixture {

    private final CountDownLatch running = new CountDownLatch(1);
    private final CountDownLatch interrupted = new CountDownLatch(1);
    private final JobHandler endless = handler(run -> {
        running.countDown();
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            interrupted.countDown();
        }
        return JobResult.complete();
    });
    private FaultyDataSource faulty;

    @BeforeEach
    void wrap() {
        faulty = new FaultyDataSource(database.dataSource());
    }

    @Test
    void a_pool_that_throws_of_its_own_kind_costs_the_jobs_like_any_other() throws Exception {
        database.queue().enqueue(job(DEFAULT));
        start(quick(JobEngine.builder(faulty.dataSource()), endless).heartbeat(ofMillis(100), ofMillis(500)));
        await().atMost(SOON).until(() -> running.getCount() == 0);
        faulty.fail(() -> new IllegalStateException("the pool could not be initialised"));
        assertThat(interrupted.await(30, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void closing_ends_also_where_the_pool_throws_of_its_own_kind() {
        database.queue().enqueue(job(DEFAULT));
        JobEngine engine = start(quick(JobEngine.builder(faulty.dataSource()), endless)
                .heartbeat(ofHours(1), ofHours(3))
                .grace(ofMillis(100)));
        await().atMost(SOON).until(() -> running.getCount() == 0);
        faulty.fail(() -> new IllegalStateException("the pool is closed"));
        assertThatCode(engine::close).doesNotThrowAnyException();
    }

    @Test
    void closing_takes_the_grace_and_two_seconds_where_nobody_answers() {
        CountDownLatch answer = new CountDownLatch(1);
        database.queue().enqueue(job(DEFAULT));
        JobEngine engine =
                start(quick(JobEngine.builder(faulty.dataSource()), endless).grace(ofMillis(100)));
        await().atMost(SOON).until(() -> running.getCount() == 0);
        faulty.fail(() -> {
            awaitUninterrupted(answer);
            return new SQLTransientConnectionException("too late", "08001");
        });
        long began = System.nanoTime();
        engine.close();
        Duration taken = Duration.ofNanos(System.nanoTime() - began);
        answer.countDown();
        assertThat(taken).isLessThan(ofSeconds(8));
    }

    @Test
    void it_starts_also_where_the_pool_throws_of_its_own_kind() {
        faulty.fail(() -> new IllegalStateException("the pool could not be initialised"));
        start(quick(JobEngine.builder(faulty.dataSource()), handler(run -> JobResult.complete())));
        await().atMost(SOON).until(() -> faulty.failures() > 5);
        faulty.heal();
        awaitState(database.queue().enqueue(job(DEFAULT)), "completed");
    }
}
