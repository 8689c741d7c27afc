package io.accounts4j.jobs;

import static java.time.Duration.ofHours;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.accounts4j.event.InProcessEventBus;
import io.accounts4j.job.JobHandler;
import io.accounts4j.job.JobId;
import io.accounts4j.job.JobOptions;
import io.accounts4j.job.JobResult;
import io.accounts4j.job.NewJob;
import io.accounts4j.job.Nodes;
import io.accounts4j.testdatabases.OnDatabases;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Overrides of queue settings while engines run, on every database. */
@OnDatabases
class QueuesAtRunTimeTest extends JobEngineFixture {

    private static final JobOptions OTHER = JobOptions.queue("other");

    private record Quick(int number) {}

    private JdbcQueueControl control() {
        return JdbcQueueControl.over(database.dataSource());
    }

    @Test
    void a_paused_queue_stays_so_over_a_restart_until_it_is_resumed() {
        control().pause("default", Nodes.all());
        JobId paused = database.queue().enqueue(job(DEFAULT));
        start(quick(handler(run -> JobResult.complete())).queue("other", 1));

        awaitState(database.queue().enqueue(job(OTHER)), "completed");
        awaitState(database.queue().enqueue(job(OTHER)), "completed");
        assertThat(state(paused)).isEqualTo("available");

        control().resume("default", Nodes.all());
        awaitState(paused, "completed");
    }

    @Test
    void a_pause_lets_running_jobs_end_and_begins_no_more() {
        CountDownLatch release = new CountDownLatch(1);
        AtomicInteger begun = new AtomicInteger();
        JobHandler blocking = handler(run -> {
            begun.incrementAndGet();
            awaitUninterrupted(release);
            return JobResult.complete();
        });
        JobId running = database.queue().enqueue(job(DEFAULT));
        start(quick(blocking, handler("test.other", run -> JobResult.complete()))
                .queue("other", 1));
        await().atMost(SOON).untilAsserted(() -> assertThat(begun).hasValue(1));

        control().pause("default", Nodes.all());
        awaitOtherQueueToTurn();
        JobId waiting = database.queue().enqueue(job(DEFAULT));
        awaitOtherQueueToTurn();
        release.countDown();

        awaitState(running, "completed");
        assertThat(state(waiting)).isEqualTo("available");
    }

    @Test
    void what_a_paused_queue_had_claimed_ahead_goes_back_at_no_cost() {
        int jobs = 300;
        int begun = 51;
        CountDownLatch release = new CountDownLatch(1);
        Worker<Quick> worker = Worker.of("test.quick", Quick.class);
        AtomicInteger runs = new AtomicInteger();
        database.queue()
                .enqueueAll(IntStream.range(0, jobs)
                        .mapToObj(number -> worker.job(new Quick(number)))
                        .toList());
        start(quick(handler("test.other", run -> JobResult.complete()))
                .queue("default", 2)
                .queue("other", 1)
                .worker(worker.perform((job, quick) -> {
                    if (runs.incrementAndGet() >= begun - 1) {
                        awaitUninterrupted(release);
                    }
                    return JobResult.complete();
                })));

        // Two run and the others before them are through: what else was ever claimed was claimed ahead.
        await().atMost(SOON).until(() -> runs.get() == begun && database.count("completed") == begun - 2);
        await().atMost(SOON).until(() -> claimedOf("available") + claimedOf("executing") > 2);
        control().pause("default", Nodes.all());
        awaitOtherQueueToTurn();
        release.countDown();

        await().atMost(SOON).until(() -> database.count("executing") == 0);
        assertThat(runs).hasValue(begun);
        assertThat(database.count("available")).isEqualTo(jobs - begun);
        assertThat(claimedOf("available")).isPositive();
        assertThat(database.value("select max(attempt) from accounts_jobs where state = 'available'"))
                .isEqualTo("0");

        control().resume("default", Nodes.all());
        await().atMost(SOON).until(() -> database.count("available") + database.count("executing") == 0);
        assertThat(runs).hasValue(jobs);
    }

    /** How many in {@code state} were claimed once, whether or not they were given back. */
    private int claimedOf(String state) {
        return Integer.parseInt(
                database.value("select count(*) from accounts_jobs where state = ? and lease > 0", state));
    }

    /** Two more looks of the node at its queues, at the least. */
    private void awaitOtherQueueToTurn() {
        for (int turn = 0; turn < 4; turn++) {
            JobId other = database.queue().enqueue(NewJob.of("test.other", Map.of(), OTHER.scheduleIn(ofMillis(60))));
            awaitState(other, "completed");
        }
    }

    @Test
    void a_queue_is_scaled_down_and_up() {
        control().scale("default", 2, Nodes.all());
        CountDownLatch release = new CountDownLatch(1);
        AtomicInteger begun = new AtomicInteger();
        for (int i = 0; i < 6; i++) {
            database.queue().enqueue(job(DEFAULT));
        }
        start(quick(
                        handler(run -> {
                            begun.incrementAndGet();
                            awaitUninterrupted(release);
                            return JobResult.complete();
                        }),
                        handler("test.other", run -> JobResult.complete()))
                .queue("other", 1));

        await().atMost(SOON).untilAsserted(() -> assertThat(begun).hasValue(2));
        awaitOtherQueueToTurn();
        assertThat(begun).hasValue(2);

        control().scale("default", 4, Nodes.all());
        await().atMost(SOON).untilAsserted(() -> assertThat(begun).hasValue(4));
        awaitOtherQueueToTurn();
        assertThat(begun).hasValue(4);
        release.countDown();
        await().atMost(SOON).untilAsserted(() -> assertThat(begun).hasValue(6));
    }

    @Test
    void a_queue_the_host_did_not_ask_for_is_started_and_stopped() {
        JobId early = database.queue().enqueue(job(OTHER));
        start(quick(handler(run -> JobResult.complete())));
        awaitState(database.queue().enqueue(job(DEFAULT)), "completed");
        assertThat(state(early)).isEqualTo("available");

        control().start("other", 1, Nodes.all());
        awaitState(early, "completed");

        control().stop("other", Nodes.all());
        control().stop("default", Nodes.all());
        control().start("third", 1, Nodes.all());
        awaitState(database.queue().enqueue(job(JobOptions.queue("third"))), "completed");
        JobId late = database.queue().enqueue(job(OTHER));
        awaitState(database.queue().enqueue(job(JobOptions.queue("third"))), "completed");
        assertThat(state(late)).isEqualTo("available");

        control().reset("default");
        awaitState(database.queue().enqueue(job(DEFAULT)), "completed");
    }

    @Test
    void what_is_said_to_one_node_is_not_meant_for_another() {
        Set<String> workers = ConcurrentHashMap.newKeySet();
        control().pause("default", Nodes.named("a"));
        start(quick(handler(run -> {
                    workers.add("a");
                    return JobResult.complete();
                }))
                .name("a"));
        start(quick(handler(run -> {
                    workers.add("b");
                    return JobResult.complete();
                }))
                .name("b"));

        for (int i = 0; i < 5; i++) {
            awaitState(database.queue().enqueue(job(DEFAULT)), "completed");
        }
        assertThat(workers).containsExactly("b");
    }

    @Test
    void who_listens_to_the_bus_follows_at_once() {
        InProcessEventBus bus = new InProcessEventBus();
        JdbcQueueControl control = control().wakeUps(bus);
        control.pause("default", Nodes.all());
        JobId id = database.queue().enqueue(job(DEFAULT));
        start(quick(handler(run -> JobResult.complete()))
                .queue("other", 1)
                .poll(ofHours(1))
                .wakeUps(bus));
        await().atMost(ofSeconds(30))
                .until(() -> !database.value("select count(*) from accounts_job_nodes")
                        .equals("0"));

        control.resume("default", Nodes.all());

        awaitState(id, "completed");
    }
}
