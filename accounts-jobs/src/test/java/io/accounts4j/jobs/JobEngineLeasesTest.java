package io.accounts4j.jobs;

import static java.time.Duration.ofHours;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.accounts4j.job.JobId;
import io.accounts4j.job.JobResult;
import io.accounts4j.testdatabases.OnDatabases;
import java.sql.SQLTransientConnectionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The holder of a job when nodes die, halt or cannot renew their lease, on every database. */
@OnDatabases
class JobEngineLeasesTest extends FaultyEngineFixture {

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
        start(onFaulty(waitingFor(new CountDownLatch(1), interrupted)).heartbeat(ofMillis(100), ofSeconds(2)));
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
    void a_node_that_is_cut_off_loses_its_jobs_to_another_and_gives_them_up() throws Exception {
        CountDownLatch interrupted = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        JobId id = enqueue();
        start(onFaulty(waitingFor(end, interrupted)).heartbeat(ofMillis(100), ofSeconds(2)));
        await().atMost(SOON).until(() -> calls.get() == 1);
        faulty.cut();
        start(quick(counting()));
        awaitState(id, "completed");
        assertThat(attempts(id)).isEqualTo("2");
        assertThat(errors(id)).contains("died");
        assertThat(interrupted.await(30, TimeUnit.SECONDS)).isTrue();
        end.countDown();
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
                .heartbeat(ofMillis(100), ofSeconds(2)));
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
                .queue("default", 1)
                // It is not to find by itself that it holds the first without knowing.
                .heartbeat(ofHours(1), ofHours(3)));
        // Outcomes are written in their order: when the second is, so would be that of the first.
        awaitState(enqueue(), "completed");
        assertThat(state(id)).isEqualTo("executing");
    }

    @Test
    void a_job_may_run_far_longer_than_a_node_lives_between_beats() {
        CountDownLatch end = new CountDownLatch(1);
        JobId id = enqueue();
        for (int i = 0; i < 2; i++) {
            start(quick(waitingFor(end, new CountDownLatch(1))).heartbeat(ofMillis(100), ofSeconds(3)));
        }
        await().atMost(SOON).until(() -> calls.get() == 1);
        await().atMost(SOON)
                .until(() -> database.value("select count(*) from accounts_jobs j, accounts_job_nodes n"
                                + " where j.node_id = n.id and n.expires_at > j.attempted_at + interval '9' second")
                        .equals("1"));
        end.countDown();
        awaitState(id, "completed");
        assertThat(calls).hasValue(1);
        assertThat(attempts(id)).isEqualTo("1");
    }
}
