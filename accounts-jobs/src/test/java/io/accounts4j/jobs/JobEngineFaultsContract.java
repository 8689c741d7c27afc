package io.accounts4j.jobs;

import static java.time.Duration.ofHours;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.accounts4j.job.JobHandler;
import io.accounts4j.job.JobId;
import io.accounts4j.job.JobOptions;
import io.accounts4j.job.JobResult;
import io.accounts4j.testdatabases.TestDatabase;
import java.sql.SQLTransientConnectionException;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What survives when connections, nodes and answers are lost, on every database. */
abstract class JobEngineFaultsContract extends JobEngineFixture {

    private final AtomicInteger calls = new AtomicInteger();
    private FaultyDataSource faulty;

    JobEngineFaultsContract(TestDatabase kind) {
        super(kind);
    }

    @BeforeEach
    void wrap() {
        faulty = new FaultyDataSource(database.dataSource());
    }

    private JobEngineBuilder onFaulty(JobHandler handler) {
        return quick(JobEngine.builder(faulty.dataSource()), handler);
    }

    private JobHandler counting() {
        return handler(run -> {
            calls.incrementAndGet();
            return JobResult.complete();
        });
    }

    /** Counts, then waits for the latch or an interrupt. */
    private JobHandler waitingFor(CountDownLatch latch, CountDownLatch interrupted) {
        return handler(run -> {
            calls.incrementAndGet();
            try {
                latch.await();
                return JobResult.complete();
            } catch (InterruptedException e) {
                interrupted.countDown();
                return JobResult.complete();
            }
        });
    }

    @Test
    void a_claim_that_is_committed_after_the_node_looked_for_it_is_not_forgotten() {
        JobId id = database.queue().enqueue(job(DEFAULT.scheduleIn(ofHours(1))));
        JobId first = enqueue();
        start(quick(counting()));
        awaitState(first, "completed");
        database.execute("update accounts_jobs set state = 'executing', attempt = attempt + 1, lease = lease + 1,"
                + " node_id = (select max(id) from accounts_job_nodes) where state = 'scheduled'");
        awaitState(id, "completed");
        assertThat(attempts(id)).isEqualTo("1");
    }

    @Test
    void a_node_whose_renewal_gets_no_answer_interrupts_its_handlers_all_the_same() throws Exception {
        CountDownLatch interrupted = new CountDownLatch(1);
        CountDownLatch answer = new CountDownLatch(1);
        enqueue();
        start(onFaulty(waitingFor(new CountDownLatch(1), interrupted)).heartbeat(ofMillis(100), ofMillis(500)));
        await().atMost(SOON).until(() -> calls.get() == 1);
        faulty.fail(() -> {
            awaitUninterrupted(answer);
            return new SQLTransientConnectionException("none left", "08001");
        });
        try {
            assertThat(interrupted.await(20, TimeUnit.SECONDS)).isTrue();
        } finally {
            faulty.heal();
            answer.countDown();
        }
    }

    @Test
    void it_works_again_by_itself_after_any_trouble() {
        start(onFaulty(counting()));
        awaitState(enqueue(), "completed");
        faulty.fail(() -> new SQLTransientConnectionException("none left", "08001"));
        JobId afterConnections = enqueue();
        await().atMost(SOON).until(() -> faulty.failures() > 5);
        faulty.heal();
        awaitState(afterConnections, "completed");
        int before = faulty.failures();
        faulty.fail(() -> new NoClassDefFoundError("what ends a thread that catches exceptions only"));
        JobId afterErrors = enqueue();
        await().atMost(SOON).until(() -> faulty.failures() > before + 5);
        faulty.heal();
        awaitState(afterErrors, "completed");
        assertThat(calls).hasValue(3);
    }

    @Test
    void it_starts_before_its_database_does() {
        faulty.cut();
        start(onFaulty(counting()));
        JobId id = enqueue();
        await().atMost(SOON).until(() -> faulty.failures() > 5);
        faulty.heal();
        awaitState(id, "completed");
    }

    @Test
    void an_outcome_is_written_when_the_database_is_back() {
        CountDownLatch end = new CountDownLatch(1);
        JobId id = enqueue();
        start(onFaulty(waitingFor(end, new CountDownLatch(1))).heartbeat(ofSeconds(1), ofHours(1)));
        await().atMost(SOON).until(() -> calls.get() == 1);
        faulty.cut();
        end.countDown();
        await().atMost(SOON).until(() -> faulty.failures() > 5);
        assertThat(state(id)).isEqualTo("executing");
        faulty.heal();
        awaitState(id, "completed");
        assertThat(calls).hasValue(1);
    }

    @Test
    void a_claim_whose_commit_was_not_answered_costs_nothing() {
        JobEngine engine = start(onFaulty(counting()).poll(ofHours(1)).heartbeat(ofHours(1), ofHours(3)));
        JobId warm = enqueue();
        await().atMost(SOON).until(() -> {
            engine.wake();
            return !state(warm).equals("available");
        });
        await().atMost(SOON).until(() -> database.count("available") + database.count("executing") == 0);
        // Neither heart nor completer has anything to commit now: the next commit is that of a claim.
        int before = calls.get();
        JobId id = enqueue();
        faulty.loseNextCommit();
        await().atMost(SOON).until(() -> {
            engine.wake();
            return state(id).equals("completed");
        });
        assertThat(faulty.hasCommitToLose()).isFalse();
        assertThat(calls).hasValue(before + 1);
        assertThat(attempts(id)).isEqualTo("1");
    }

    @Test
    void a_node_that_is_cut_off_loses_its_jobs_to_another_and_gives_them_up() throws Exception {
        CountDownLatch interrupted = new CountDownLatch(1);
        JobId id = enqueue();
        start(onFaulty(waitingFor(new CountDownLatch(1), interrupted)).heartbeat(ofMillis(100), ofMillis(500)));
        await().atMost(SOON).until(() -> calls.get() == 1);
        faulty.cut();
        start(quick(counting()));
        awaitState(id, "completed");
        assertThat(attempts(id)).isEqualTo("2");
        assertThat(errors(id)).contains("died");
        assertThat(interrupted.await(30, TimeUnit.SECONDS)).isTrue();
        faulty.heal();
        JobId next = enqueue();
        awaitState(next, "completed");
        assertThat(state(id)).isEqualTo("completed");
        assertThat(attempts(id)).isEqualTo("2");
    }

    @Test
    void a_job_that_has_cost_as_many_nodes_as_it_may_be_tried_is_discarded() {
        JobId id = enqueue(DEFAULT.maxAttempts(1));
        start(onFaulty(waitingFor(new CountDownLatch(1), new CountDownLatch(1)))
                .heartbeat(ofMillis(100), ofMillis(500)));
        await().atMost(SOON).until(() -> calls.get() == 1);
        faulty.cut();
        start(quick(counting()));
        awaitState(id, "discarded");
        assertThat(calls).hasValue(1);
    }

    @Test
    void an_outcome_under_a_lost_lease_is_refused() {
        JobId id = enqueue();
        start(quick(handler(run -> {
                    if (run.id().equals(id)) {
                        database.execute("update accounts_jobs set lease = lease + 1 where id = " + id);
                    }
                    return JobResult.complete();
                }))
                .queue("default", 1));
        // There is room for one, so the first is settled when the second runs.
        awaitState(enqueue(), "completed");
        assertThat(state(id)).isEqualTo("executing");
    }

    @Test
    void a_job_may_run_far_longer_than_a_node_lives_between_beats() {
        CountDownLatch end = new CountDownLatch(1);
        JobId id = enqueue();
        for (int i = 0; i < 2; i++) {
            start(quick(waitingFor(end, new CountDownLatch(1))).heartbeat(ofMillis(100), ofMillis(500)));
        }
        await().atMost(SOON).until(() -> calls.get() == 1);
        await().atMost(SOON)
                .until(() -> database.value("select count(*) from accounts_jobs j, accounts_job_nodes n"
                                + " where j.node_id = n.id and n.expires_at > j.attempted_at + interval '2' second")
                        .equals("1"));
        end.countDown();
        awaitState(id, "completed");
        assertThat(calls).hasValue(1);
        assertThat(attempts(id)).isEqualTo("1");
    }

    @Test
    void closing_waits_for_what_runs_and_takes_no_more() throws Exception {
        CountDownLatch end = new CountDownLatch(1);
        JobId running = enqueue();
        JobEngine engine = start(quick(waitingFor(end, new CountDownLatch(1)))
                .queue("default", 1)
                .grace(ofSeconds(30)));
        await().atMost(SOON).until(() -> calls.get() == 1);
        JobId waiting = enqueue();
        Thread closing = new Thread(engine::close);
        closing.start();
        await().atMost(SOON).until(() -> closing.getState() == Thread.State.TIMED_WAITING);
        end.countDown();
        closing.join();
        assertThat(state(running)).isEqualTo("completed");
        assertThat(state(waiting)).isEqualTo("available");
        assertThat(database.value("select count(*) from accounts_job_nodes")).isEqualTo("0");
    }

    @Test
    void closing_gives_back_what_does_not_end_at_no_cost() throws Exception {
        CountDownLatch interrupted = new CountDownLatch(1);
        JobId id = enqueue(DEFAULT.maxAttempts(1));
        JobEngine engine =
                start(quick(waitingFor(new CountDownLatch(1), interrupted)).grace(ofMillis(100)));
        await().atMost(SOON).until(() -> calls.get() == 1);
        engine.close();
        assertThat(state(id)).isEqualTo("available");
        assertThat(attempts(id)).isEqualTo("0");
        assertThat(interrupted.await(30, TimeUnit.SECONDS)).isTrue();
        start(quick(counting()));
        awaitState(id, "completed");
        assertThat(attempts(id)).isEqualTo("1");
    }

    @Test
    void it_goes_on_when_the_server_ends_its_connections() {
        start(quick(counting()));
        for (int round = 0; round < 3; round++) {
            List<JobId> jobs = List.of(enqueue(), enqueue(), enqueue());
            database.endOtherConnections();
            jobs.forEach(id -> awaitState(id, "completed"));
        }
    }

    private JobId enqueue() {
        return enqueue(DEFAULT);
    }

    private JobId enqueue(JobOptions options) {
        return database.queue().enqueue(job(options));
    }
}
