package io.accounts4j.jobs;

import static java.time.Duration.ofHours;
import static java.util.concurrent.TimeUnit.SECONDS;
import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.accounts4j.job.JobResult;
import io.accounts4j.kernel.StoreException;
import io.accounts4j.testdatabases.OnDatabases;
import io.accounts4j.testdatabases.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** Many jobs at once, on every database. */
@OnDatabases
class BulkEnqueueTest extends JobEngineFixture {

    record Number(long number) {}

    private static final Worker<Number> NUMBERS = Worker.of("test.number", Number.class);
    private static final int ROUNDS = 30;
    private static final Unique SAME = Unique.byArguments();

    private static Job number(long number) {
        return NUMBERS.job(new Number(number));
    }

    private String column(String name, Enqueued job) {
        return database.value(
                "select " + name + " from accounts_jobs where id = ?", job.id().value());
    }

    @Test
    void each_job_has_its_own_id() {
        List<Job> jobs =
                LongStream.range(0, 1_200).mapToObj(BulkEnqueueTest::number).collect(toList());
        List<Enqueued> stored = database.queue().enqueueAll(jobs);
        assertThat(stored).hasSize(1_200).allMatch(Enqueued::isNew).doesNotHaveDuplicates();
        assertThat(column("args", stored.get(0)).replace(" ", "")).isEqualTo("{\"number\":0}");
        assertThat(column("args", stored.get(777)).replace(" ", "")).isEqualTo("{\"number\":777}");
        assertThat(column("args", stored.get(1_199)).replace(" ", "")).isEqualTo("{\"number\":1199}");
        Set<Long> ran = ConcurrentHashMap.newKeySet();
        start(quick().queue("default", 100).worker(NUMBERS.perform((job, number) -> {
            ran.add(number.number());
            return JobResult.complete();
        })));
        Awaitility.await().atMost(SOON).untilAsserted(() -> assertThat(ran).hasSize(1_200));
    }

    @Test
    void each_job_is_as_it_was_made() {
        List<Enqueued> stored = database.queue()
                .enqueueAll(List.of(
                        number(1),
                        number(2).queue("other").priority(7).maxAttempts(2).tags("b", "a"),
                        number(3).scheduleIn(ofHours(1)),
                        number(4).scheduledAt(Instant.parse("2031-02-03T04:05:06.123456Z")),
                        Worker.of("test.text", Text.class).job(new Text("\"Zürich\" {\\} \uD83D\uDE80,NULL"))));
        assertThat(stored).allMatch(Enqueued::isNew);
        assertThat(column("state", stored.get(0))).isEqualTo("available");
        assertThat(List.of(
                        column("queue", stored.get(1)),
                        column("priority", stored.get(1)),
                        column("max_attempts", stored.get(1)),
                        column("tags", stored.get(1))))
                .containsExactly("other", "7", "2", "[\"a\",\"b\"]");
        assertThat(column("state", stored.get(2))).isEqualTo("scheduled");
        assertThat(database.value(
                        "select count(*) from accounts_jobs where id = ? and run_at > inserted_at + interval '59' minute",
                        stored.get(2).id().value()))
                .isEqualTo("1");
        Enqueued alone = database.queue().enqueue(number(4).scheduledAt(Instant.parse("2031-02-03T04:05:06.123456Z")));
        assertThat(column("run_at", stored.get(3))).isEqualTo(column("run_at", alone));
        assertThat(column("kind", stored.get(4))).isEqualTo("test.text");
        assertThat(column("args", stored.get(4))).contains("{\\\\} \uD83D\uDE80,NULL", "Zürich");
    }

    record Text(String text) {}

    @Test
    void jobs_that_are_there_are_answered_with_their_id() {
        Enqueued there = database.queue().enqueue(number(1).unique(SAME));
        List<Enqueued> stored = database.queue()
                .enqueueAll(List.of(
                        number(2).unique(SAME),
                        number(1).unique(SAME),
                        number(1),
                        number(2).unique(SAME),
                        number(3).unique(SAME)));
        assertThat(stored.stream().map(Enqueued::isNew)).containsExactly(true, false, true, false, true);
        assertThat(stored.get(1).id()).isEqualTo(there.id());
        assertThat(stored.get(3).id()).isEqualTo(stored.get(0).id());
        assertThat(database.count("available")).isEqualTo(4);
    }

    @Test
    void a_thousand_equal_jobs_are_one() {
        List<Job> jobs = IntStream.range(0, 1_000)
                .mapToObj(i -> number(i % 10).unique(SAME))
                .toList();
        List<Enqueued> stored = database.queue().enqueueAll(jobs);
        assertThat(stored.stream().filter(Enqueued::isNew)).hasSize(10);
        assertThat(stored.get(995).id()).isEqualTo(stored.get(5).id());
    }

    @Test
    void none_is_stored_where_one_is_refused() {
        JdbcJobQueue jobs = database.queue();
        Job refused = number(2).scheduledAt(Instant.MAX);
        assertThatThrownBy(() -> jobs.enqueueAll(List.of(number(1), refused)))
                .isInstanceOfAny(IllegalArgumentException.class, StoreException.class);
        assertThat(database.count("available")).isZero();
        assertThat(jobs.enqueueAll(List.of())).isEmpty();
    }

    @Test
    void they_are_part_of_the_callers_transaction() throws SQLException {
        List<Job> jobs = List.of(number(1), number(2).unique(SAME), number(3));
        try (Connection connection = database.dataSource().getConnection()) {
            connection.setAutoCommit(false);
            JdbcJobQueue queue = JdbcJobQueue.on(CurrentConnection.of(connection));
            queue.enqueueAll(jobs);
            connection.rollback();
            queue.enqueueAll(jobs);
            assertThat(database.count("available")).isZero();
            connection.commit();
        }
        assertThat(database.count("available")).isEqualTo(3);
    }

    @Test
    void two_that_store_the_same_in_opposite_order_are_not_in_each_others_way() throws Exception {
        storesTheSameInOppositeOrder(this::storeAll);
    }

    @Test
    void nor_are_they_without_a_transaction() throws Exception {
        storesTheSameInOppositeOrder(jobs -> database.queue().enqueueAll(jobs));
    }

    private void storesTheSameInOppositeOrder(Store store) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            for (int round = 0; round < ROUNDS; round++) {
                List<Job> jobs = LongStream.range(0, 100)
                        .mapToObj(i -> number(i).unique(SAME))
                        .collect(toList());
                List<Job> reversed = new ArrayList<>(jobs);
                Collections.reverse(reversed);
                CyclicBarrier start = new CyclicBarrier(2);
                Future<List<Enqueued>> one = threads.submit(() -> store.after(start, jobs));
                Future<List<Enqueued>> other = threads.submit(() -> store.after(start, reversed));
                List<Enqueued> answers = new ArrayList<>(other.get(60, SECONDS));
                Collections.reverse(answers);
                assertThat(answers.stream().map(Enqueued::id))
                        .as("the same jobs, each answered in its place")
                        .containsExactlyElementsOf(
                                one.get(60, SECONDS).stream().map(Enqueued::id).toList());
                database.execute("delete from accounts_jobs");
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private List<Enqueued> storeAll(List<Job> jobs) throws SQLException {
        while (true) {
            try (Connection connection = database.dataSource().getConnection()) {
                connection.setAutoCommit(false);
                List<Enqueued> stored =
                        JdbcJobQueue.on(CurrentConnection.of(connection)).enqueueAll(jobs);
                connection.commit();
                return stored;
            } catch (StoreException e) {
                // InnoDB locks the gaps beside keys that were deleted just now: no order keeps two from a deadlock
                // there.
                if (kind != TestDatabase.MARIADB || !e.retryable()) {
                    throw e;
                }
            }
        }
    }

    /** How jobs are stored. */
    private interface Store {
        List<Enqueued> all(List<Job> jobs) throws Exception;

        default List<Enqueued> after(CyclicBarrier start, List<Job> jobs) throws Exception {
            start.await(30, SECONDS);
            return all(jobs);
        }
    }
}
