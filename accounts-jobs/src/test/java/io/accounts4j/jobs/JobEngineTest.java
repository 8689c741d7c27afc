package io.accounts4j.jobs;

import static java.time.Duration.ofDays;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.accounts4j.event.EventBus;
import io.accounts4j.event.InProcessEventBus;
import io.accounts4j.event.Signal;
import io.accounts4j.job.JobId;
import io.accounts4j.job.JobOptions;
import io.accounts4j.job.JobResult;
import io.accounts4j.job.JobRun;
import io.accounts4j.job.NewJob;
import io.accounts4j.testdatabases.OnDatabases;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** The life of jobs in an engine, on every database. */
@OnDatabases
class JobEngineTest extends JobEngineFixture {

    @Test
    void a_job_is_run_with_what_it_was_queued_with_and_kept_as_completed() throws Exception {
        BlockingQueue<JobRun> seen = new LinkedBlockingQueue<>();
        JobId id =
                database.queue().enqueue(new NewJob("test.job", 3, Map.of("name", "Ünïcødé \"quoted\" 🎈\n"), DEFAULT));
        start(quick(handler(run -> {
            seen.add(run);
            return JobResult.complete();
        })));
        JobRun run = seen.poll(30, TimeUnit.SECONDS);
        assertThat(run)
                .isEqualTo(new JobRun(
                        id, "test.job", 3, Map.of("name", "Ünïcødé \"quoted\" 🎈\n"), 1, run.due(), Optional.empty()));
        assertThat(run.due()).isBetween(Instant.now().minus(SOON), Instant.now().plus(SOON));
        awaitState(id, "completed");
        assertThat(database.value("select count(*) from accounts_jobs where finalized_at is not null"))
                .isEqualTo("1");
    }

    @Test
    void jobs_run_by_priority_then_due_time_then_id() throws Exception {
        BlockingQueue<String> order = new LinkedBlockingQueue<>();
        JdbcJobQueue queue = database.queue();
        JobId late = queue.enqueue(job("late", DEFAULT.priority(1)));
        queue.enqueue(job("second", DEFAULT.priority(1)));
        queue.enqueue(job("third", DEFAULT.priority(1)));
        queue.enqueue(job("urgent", DEFAULT.priority(0)));
        queue.enqueue(job("idle", DEFAULT.priority(9)));
        // The same due time for two, so that the id decides, and a later one for the first of all.
        database.execute(
                "update accounts_jobs set run_at = (select max(run_at) from (select run_at from accounts_jobs) t)"
                        + " where id <> " + late.value());
        database.execute("update accounts_jobs set run_at = run_at - interval '1' hour where id <> " + late.value());
        start(quick(handler(run -> {
                    order.add(run.argument("name"));
                    return JobResult.complete();
                }))
                .queue("default", 1));
        await().atMost(SOON).until(() -> order.size() == 5);
        assertThat(order).containsExactly("urgent", "second", "third", "late", "idle");
    }

    @Test
    void engineIsHealthyWhileItHoldsItsLeaseAndRegistersItsQueuesAndKinds() {
        JobEngine engine = start(quick(handler(run -> JobResult.complete())));
        await().atMost(SOON).until(() -> engine.health().check().ok());
        assertThat(database.value("select queues from accounts_job_nodes")).isEqualTo("[\"default\"]");
        assertThat(database.value("select kinds from accounts_job_nodes")).isEqualTo("[\"test.job\"]");
        database.queue().enqueue(job(JobOptions.queue("abandoned")));
        assertThat(engine.health().check().ok())
                .as("with a backlog nobody works on")
                .isTrue();

        engine.close();

        assertThat(engine.health().check().detail()).isEqualTo("it is closed");
    }

    @Test
    void a_delayed_job_is_not_run_before_its_time() {
        List<String> order = new CopyOnWriteArrayList<>();
        JobId tomorrow = database.queue().enqueue(job("tomorrow", DEFAULT.scheduleIn(ofDays(1))));
        JobId soon = database.queue().enqueue(job("soon", DEFAULT.scheduleIn(ofSeconds(1))));
        JobId now = database.queue().enqueue(job("now", DEFAULT));
        start(quick(handler(run -> {
                    order.add(run.argument("name"));
                    return JobResult.complete();
                }))
                .queue("default", 1));
        awaitState(now, "completed");
        awaitState(soon, "completed");
        assertThat(order).containsExactly("now", "soon");
        assertThat(state(tomorrow)).isEqualTo("scheduled");
    }

    @Test
    void a_job_of_an_unknown_kind_or_queue_is_left_alone_and_in_nobodys_way() {
        List<JobId> unknown = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            unknown.add(database.queue().enqueue(NewJob.of("test.unknown", Map.of(), DEFAULT)));
        }
        JobId elsewhere = database.queue().enqueue(job(JobOptions.queue("elsewhere")));
        JobId known = database.queue().enqueue(job(DEFAULT));
        start(quick(handler(run -> JobResult.complete())));
        awaitState(known, "completed");
        assertThat(unknown)
                .allMatch(id -> state(id).equals("available") && attempts(id).equals("0"));
        assertThat(state(elsewhere)).isEqualTo("available");
        start(quick(handler("test.unknown", run -> JobResult.complete())));
        unknown.forEach(id -> awaitState(id, "completed"));
    }

    @Test
    void a_signal_on_the_bus_starts_a_job_long_before_the_next_look() {
        InProcessEventBus bus = new InProcessEventBus();
        JobEngine engine = start(quick(handler(run -> JobResult.complete()))
                .poll(Duration.ofHours(1))
                .wakeUps(bus));
        JobId first = database.queue().enqueue(job(DEFAULT));
        await().atMost(SOON).until(() -> {
            // The node may be joining still, so that one signal may come before it listens.
            bus.publish(new Signal(Signal.JOBS, "default"));
            return state(first).equals("completed");
        });
        JobId second = database.queue().enqueue(job(DEFAULT));
        bus.publish(new Signal(Signal.JOBS, "default"));
        awaitState(second, "completed");
        JobId third = database.queue().enqueue(job(DEFAULT));
        engine.wake();
        awaitState(third, "completed");
    }

    @Test
    void a_queue_runs_as_many_at_once_as_it_may_and_holds_up_no_other() throws Exception {
        AtomicInteger running = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        CountDownLatch release = new CountDownLatch(1);
        for (int i = 0; i < 9; i++) {
            database.queue().enqueue(job("slow", JobOptions.queue("slow")));
        }
        start(quick(handler(run -> {
                    if (run.argument("name").equals("slow")) {
                        most.accumulateAndGet(running.incrementAndGet(), Math::max);
                        awaitUninterrupted(release);
                        running.decrementAndGet();
                    }
                    return JobResult.complete();
                }))
                .queue("slow", 3));
        await().atMost(SOON).until(() -> running.get() == 3);
        JobId quick = database.queue().enqueue(job("quick", DEFAULT));
        awaitState(quick, "completed");
        release.countDown();
        await().atMost(SOON).until(() -> database.count("completed") == 10);
        assertThat(most).hasValue(3);
    }

    @Test
    void an_engine_that_cannot_start_whole_does_not_run_in_part() {
        EventBus closed = new EventBus() {
            @Override
            public void publish(Signal signal) {}

            @Override
            public Subscription subscribe(String topic, Consumer<Signal> subscriber) {
                throw new IllegalStateException("this bus is closed");
            }
        };
        assertThatThrownBy(quick(handler(run -> JobResult.complete())).wakeUps(closed)::start)
                .hasMessageContaining("closed");
        assertThat(database.value("select count(*) from accounts_job_nodes where id > ?", 0))
                .isEqualTo("0");
        await().atMost(SOON)
                .until(() -> Thread.getAllStackTraces().keySet().stream()
                        .noneMatch(thread -> thread.getName().startsWith("accounts-jobs-dispatcher")));
    }

    @Test
    void two_engines_share_2000_jobs_and_repeat_none() {
        Map<JobId, Integer> runs = new ConcurrentHashMap<>();
        int jobs = 2000;
        enqueueMany(jobs);
        for (int i = 0; i < 2; i++) {
            start(quick(handler(run -> {
                        runs.merge(run.id(), 1, Integer::sum);
                        return JobResult.complete();
                    }))
                    .queue("default", 20));
        }
        await().atMost(Duration.ofMinutes(2)).until(() -> database.count("completed") == jobs);
        assertThat(runs).hasSize(jobs);
        assertThat(runs.values()).containsOnly(1);
    }

    private void enqueueMany(int jobs) {
        try (Connection connection = database.dataSource().getConnection()) {
            connection.setAutoCommit(false);
            JdbcJobQueue queue = JdbcJobQueue.on(CurrentConnection.of(connection));
            for (int i = 0; i < jobs; i++) {
                queue.enqueue(job(DEFAULT));
            }
            connection.commit();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
