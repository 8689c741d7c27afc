package io.accounts4j.jobs;

import static java.time.Duration.ofDays;
import static java.time.Duration.ofMillis;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.accounts4j.job.JobId;
import io.accounts4j.job.JobResult;
import io.accounts4j.testdatabases.OnDatabases;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Unique jobs on every database. */
@OnDatabases
class UniqueJobsTest extends JobEngineFixture {

    private static final int RACERS = 32;

    record Order(long order, String note) {}

    private static final Worker<Order> ORDERS = Worker.of("test.order", Order.class);

    private static Job job(long order, String note, Unique unique) {
        return ORDERS.job(new Order(order, note)).unique(unique);
    }

    private Enqueued enqueue(Job job) {
        return database.queue().enqueue(job);
    }

    private long rows() {
        return Long.parseLong(database.value("select count(*) from accounts_jobs"));
    }

    @Test
    void the_second_of_two_equal_jobs_is_answered_with_the_first() {
        Enqueued first = enqueue(job(1, "a", Unique.byArguments()));
        assertThat(first.isNew()).isTrue();
        assertThat(enqueue(job(1, "a", Unique.byArguments()))).isEqualTo(new Enqueued(first.id(), false));
        assertThat(enqueue(job(1, "b", Unique.byArguments())).isNew()).isTrue();
        assertThat(rows()).isEqualTo(2);
    }

    @Test
    void jobs_that_are_not_unique_are_not_looked_at() {
        assertThat(enqueue(ORDERS.job(new Order(1, "a"))).isNew()).isTrue();
        assertThat(enqueue(ORDERS.job(new Order(1, "a"))).isNew()).isTrue();
        assertThat(enqueue(job(1, "a", Unique.byArguments())).isNew()).isTrue();
    }

    @Test
    void what_is_compared_can_be_chosen() {
        assertThat(enqueue(job(1, "a", Unique.byKeys("order"))).isNew()).isTrue();
        assertThat(enqueue(job(1, "b", Unique.byKeys("order"))).isNew()).isFalse();
        assertThat(enqueue(job(2, "a", Unique.byKeys("order"))).isNew()).isTrue();
        assertThat(enqueue(job(1, "b", Unique.byKeys("order", "note"))).isNew()).isTrue();
        assertThat(enqueue(job(1, "a", Unique.byKind())).isNew()).isTrue();
        assertThat(enqueue(job(2, "b", Unique.byKind())).isNew()).isFalse();
        assertThat(enqueue(job(3, "a", Unique.byKind().byQueue()).queue("one")).isNew())
                .isTrue();
        assertThat(enqueue(job(3, "a", Unique.byKind().byQueue()).queue("two")).isNew())
                .isTrue();
        assertThat(enqueue(job(4, "a", Unique.byKind().byQueue()).queue("two")).isNew())
                .isFalse();
        Worker<Order> other = Worker.of("test.other", Order.class);
        assertThat(enqueue(other.job(new Order(1, "a")).unique(Unique.byKind())).isNew())
                .isTrue();
    }

    @Test
    void a_component_that_is_not_there_makes_nothing_unique() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> enqueue(job(1, "hush", Unique.byKeys("ordr"))))
                .withMessageContaining("ordr")
                .withMessageNotContaining("hush");
    }

    @Test
    void a_period_ends_by_the_databases_clock() {
        Unique once = Unique.byArguments().per(ofDays(90_000)).among(UniqueStates.ALL);
        assertThat(enqueue(job(1, "a", once)).isNew()).isTrue();
        assertThat(enqueue(job(1, "a", once)).isNew()).isFalse();
        assertThat(database.value("select max(uniq_bucket) from accounts_jobs")).isEqualTo("0");
        database.execute("update accounts_jobs set uniq_bucket = uniq_bucket - 1");
        assertThat(enqueue(job(1, "a", once)).isNew()).isTrue();
        Unique often = Unique.byArguments().per(ofMillis(1));
        assertThat(enqueue(job(1, "a", often)).isNew()).isTrue();
        String now = database.value("select max(uniq_bucket) from accounts_jobs");
        assertThat(Long.parseLong(now)).isCloseTo(System.currentTimeMillis(), within(60_000L));
    }

    @Test
    void a_refusal_spoils_no_transaction() throws SQLException {
        Enqueued first = enqueue(job(1, "a", Unique.byArguments()));
        try (Connection connection = database.dataSource().getConnection()) {
            connection.setAutoCommit(false);
            JdbcJobQueue jobs = JdbcJobQueue.on(CurrentConnection.of(connection));
            assertThat(jobs.enqueue(job(2, "before", Unique.byArguments())).isNew())
                    .isTrue();
            assertThat(jobs.enqueue(job(1, "a", Unique.byArguments())).id()).isEqualTo(first.id());
            assertThat(jobs.enqueue(job(2, "before", Unique.byArguments())).isNew())
                    .as("its own, not yet committed")
                    .isFalse();
            assertThat(jobs.enqueue(job(3, "after", Unique.byArguments())).isNew())
                    .isTrue();
            connection.commit();
        }
        assertThat(rows()).isEqualTo(3);
    }

    @Test
    void of_many_at_once_one_is_stored() throws Exception {
        List<Enqueued> answers = race(false);
        assertThat(answers.stream().filter(Enqueued::isNew)).hasSize(1);
        assertThat(answers.stream().map(Enqueued::id).distinct()).hasSize(1);
        assertThat(rows()).isEqualTo(1);
    }

    @Test
    void of_many_in_bulk_at_once_one_is_stored() throws Exception {
        List<Enqueued> answers = race(true);
        assertThat(answers).hasSize(RACERS * 3);
        assertThat(answers.stream().filter(Enqueued::isNew)).hasSize(1);
        assertThat(answers.stream().map(Enqueued::id).distinct()).hasSize(1);
        assertThat(rows()).isEqualTo(1);
    }

    private List<Enqueued> race(boolean bulk) throws Exception {
        Job job = job(1, "a", Unique.byArguments());
        CyclicBarrier start = new CyclicBarrier(RACERS);
        ExecutorService threads = Executors.newFixedThreadPool(RACERS);
        try {
            List<Future<List<Enqueued>>> racers = IntStream.range(0, RACERS)
                    .mapToObj(i -> threads.submit(() -> {
                        start.await(30, SECONDS);
                        JdbcJobQueue jobs = database.queue();
                        return bulk ? jobs.enqueueAll(List.of(job, job, job)) : List.of(jobs.enqueue(job));
                    }))
                    .toList();
            List<Enqueued> answers = new ArrayList<>();
            for (Future<List<Enqueued>> racer : racers) {
                answers.addAll(racer.get(60, SECONDS));
            }
            return answers;
        } finally {
            threads.shutdownNow();
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_job_keeps_others_out_while_it_is_in_its_states(UniqueStates states) {
        Job job = job(1, "a", Unique.byArguments().among(states));
        List<Boolean> whileItRuns = new ArrayList<>();
        JobId id = enqueue(job).id();
        assertThat(enqueue(job).isNew()).as("while it waits").isFalse();
        JobEngine engine = start(quick().worker(ORDERS.perform((run, order) -> {
            if (run.id().equals(id)) {
                whileItRuns.add(enqueue(job.scheduleIn(ofDays(1))).isNew());
            }
            return JobResult.complete();
        })));
        awaitState(id, "completed");
        engine.close();
        assertThat(whileItRuns).containsExactly(states == UniqueStates.WAITING);
        database.execute("delete from accounts_jobs where state <> 'completed'");
        Enqueued next = enqueue(job.scheduleIn(ofDays(1)));
        assertThat(next.isNew()).as("when it is completed").isEqualTo(states.compareTo(UniqueStates.SUCCESSFUL) < 0);
        Job other = job(2, "a", Unique.byArguments().among(states));
        assertThat(database.queue().cancel(enqueue(other).id())).isTrue();
        assertThat(enqueue(other).isNew()).as("when it was cancelled").isEqualTo(states != UniqueStates.ALL);
    }

    @Test
    void a_job_changed_by_hand_keeps_its_key_as_long_as_it_is_in_its_states() {
        JdbcJobConsole console = JdbcJobConsole.over(database.dataSource());
        Job job = job(1, "a", Unique.byArguments().among(UniqueStates.SUCCESSFUL));
        JobId first = enqueue(job).id();
        assertThat(console.discard(first)).isTrue();
        JobId second = enqueue(job).id();
        assertThat(second).isNotEqualTo(first);
        assertThat(console.retry(first)).as("its key is gone").isTrue();
        assertThat(enqueue(job).id()).isEqualTo(second);
        assertThat(console.cancel(second)).isTrue();
        assertThat(enqueue(job).isNew()).isTrue();
    }

    @Test
    void a_job_that_waits_again_does_not_meet_the_one_that_took_its_place() {
        Job job = job(1, "a", Unique.byArguments().among(UniqueStates.WAITING));
        JobId first = enqueue(job).id();
        List<JobId> second = new ArrayList<>();
        start(quick().worker(ORDERS.backoff(attempt -> ofDays(1)).perform((run, order) -> {
            second.add(enqueue(job.scheduleIn(ofDays(1))).id());
            return JobResult.fail("and now it waits again");
        })));
        awaitState(first, "retryable");
        assertThat(state(second.get(0))).isEqualTo("scheduled");
        assertThat(second.get(0)).isNotEqualTo(first);
        assertThat(enqueue(job).id()).isEqualTo(second.get(0));
    }

    @Test
    void a_job_waits_for_the_transaction_that_stored_the_same() throws Exception {
        Job job = job(1, "a", Unique.byArguments());
        ExecutorService thread = Executors.newSingleThreadExecutor();
        try (Connection connection = database.dataSource().getConnection()) {
            connection.setAutoCommit(false);
            Enqueued first = JdbcJobQueue.on(CurrentConnection.of(connection)).enqueue(job);
            Future<Enqueued> second = thread.submit(() -> enqueue(job));
            connection.rollback();
            Enqueued answer = second.get(60, SECONDS);
            assertThat(answer.isNew()).as("the first was rolled back").isTrue();
            assertThat(answer.id()).isNotEqualTo(first.id());
        } finally {
            thread.shutdownNow();
        }
    }
}
