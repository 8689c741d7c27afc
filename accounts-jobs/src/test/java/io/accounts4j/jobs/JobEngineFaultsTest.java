package io.accounts4j.jobs;

import static java.time.Duration.ofHours;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.accounts4j.job.JobId;
import io.accounts4j.testdatabases.OnDatabases;
import java.sql.SQLTransientConnectionException;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Lost connections and answers, on every database. */
@OnDatabases
class JobEngineFaultsTest extends FaultyEngineFixture {

    @Test
    void it_works_again_by_itself_after_any_trouble() {
        JobEngine engine = start(onFaulty(counting()));
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
        assertThat(engine.loops()).as("each crash is counted").anyMatch(loop -> loop.restarts() > 0);
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
        // Neither heart nor completer has anything to commit now, and looks in vain change nothing.
        int before = calls.get();
        faulty.loseCommitOf(() -> database.count("executing") == 1);
        JobId id = enqueue();
        await().atMost(SOON).until(() -> {
            engine.wake();
            return state(id).equals("completed");
        });
        assertThat(faulty.hasCommitToLose()).isFalse();
        assertThat(calls).hasValue(before + 1);
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
        await().atMost(SOON)
                .until(() -> engine.loops().stream()
                        .noneMatch(loop -> loop.name().equals("accounts-jobs-dispatcher") && loop.running()));
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
}
