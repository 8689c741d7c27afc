package io.accounts4j.jobs;

import static java.time.Duration.ofDays;
import static java.time.Duration.ofHours;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.accounts4j.job.JobDetail;
import io.accounts4j.job.JobId;
import io.accounts4j.job.JobState;
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

/** Unique jobs that replace fields of the waiting job, on every database. */
@OnDatabases
class UniqueReplaceTest extends JobEngineFixture {

    private static final int RACERS = 16;
    private static final Unique BY_ORDER = Unique.byKeys("order");
    private static final Unique ALL = BY_ORDER.replacing(Replaced.ARGUMENTS, Replaced.values());

    record Order(long order, String note) {}

    private static final Worker<Order> ORDERS =
            Worker.of("test.order", Order.class).subject(Order::note);

    private static Job job(long order, String note, Unique unique) {
        return ORDERS.job(new Order(order, note)).unique(unique);
    }

    private Enqueued enqueue(Job job) {
        return database.queue().enqueue(job);
    }

    private JobDetail detail(JobId id) {
        return JdbcJobConsole.over(database.dataSource()).find(id).orElseThrow();
    }

    private String arguments(JobId id) {
        return detail(id).arguments().orElseThrow().replace(" ", "");
    }

    @Test
    void replacesEveryFieldOfAScheduledJob() {
        JobId id = enqueue(job(1, "old", ALL).scheduleIn(ofDays(9)).priority(9).tags("old"))
                .id();

        Enqueued second = enqueue(job(1, "new", ALL).priority(2).maxAttempts(3).tags("new", "newer"));

        assertThat(second).isEqualTo(new Enqueued(id, false, true));
        JobDetail now = detail(id);
        assertThat(arguments(id)).isEqualTo("{\"note\":\"new\",\"order\":1}");
        assertThat(now.priority()).isEqualTo(2);
        assertThat(now.summary().attempts().allowed()).isEqualTo(3);
        assertThat(now.summary().tags()).containsExactlyInAnyOrder("new", "newer");
        assertThat(now.summary().state()).isEqualTo(JobState.AVAILABLE);
        assertThat(now.summary().times().runAt())
                .isBefore(now.summary().times().insertedAt().plus(ofHours(1)));
        assertThat(database.queue().erase("old")).isZero();
        assertThat(database.queue().erase("new")).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource
    void replacesNoOtherField(Replaced field) {
        Unique unique = BY_ORDER.replacing(field);
        JobId id = enqueue(job(1, "old", unique).tags("old")).id();

        assertThat(enqueue(job(1, "new", unique)
                                .scheduleIn(ofDays(1))
                                .priority(2)
                                .maxAttempts(3)
                                .tags("new"))
                        .isReplaced())
                .isTrue();

        JobDetail now = detail(id);
        assertThat(arguments(id).contains("new")).isEqualTo(field == Replaced.ARGUMENTS);
        assertThat(now.summary().state() == JobState.SCHEDULED).isEqualTo(field == Replaced.SCHEDULE);
        assertThat(now.priority() == 2).isEqualTo(field == Replaced.PRIORITY);
        assertThat(now.summary().attempts().allowed() == 3).isEqualTo(field == Replaced.MAX_ATTEMPTS);
        assertThat(now.summary().tags().contains("new")).isEqualTo(field == Replaced.TAGS);
    }

    @Test
    void replacesByTheStateOfTheWaitingJob() {
        Unique unique = BY_ORDER.replacingIn(JobState.SCHEDULED, Replaced.ARGUMENTS, Replaced.PRIORITY)
                .replacingIn(JobState.AVAILABLE, Replaced.PRIORITY);
        JobId available = enqueue(job(1, "old", unique)).id();
        JobId scheduled = enqueue(job(2, "old", unique).scheduleIn(ofDays(1))).id();
        JobId retryable = enqueue(job(3, "old", unique)).id();
        database.execute("update accounts_jobs set state = 'retryable' where id = " + retryable);

        List<Enqueued> answers = database.queue()
                .enqueueAll(IntStream.rangeClosed(1, 3)
                        .mapToObj(order -> job(order, "new", unique).priority(5))
                        .toList());

        assertThat(answers)
                .containsExactly(
                        new Enqueued(available, false, true),
                        new Enqueued(scheduled, false, true),
                        new Enqueued(retryable, false, false));
        assertThat(arguments(available)).contains("old");
        assertThat(arguments(scheduled)).contains("new");
        assertThat(arguments(retryable)).contains("old");
        assertThat(List.of(
                        detail(available).priority(),
                        detail(scheduled).priority(),
                        detail(retryable).priority()))
                .containsExactly(5, 5, 0);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BY_ORDER.replacingIn(JobState.EXECUTING, Replaced.TAGS))
                .withMessageStartingWith("state must be one of [AVAILABLE, SCHEDULED, RETRYABLE], got EXECUTING;");
    }

    @Test
    void leavesAnAttemptToAJobWhoseAttemptsAreUsedUp() {
        Unique unique = BY_ORDER.replacing(Replaced.MAX_ATTEMPTS, Replaced.SCHEDULE);
        JobId id = enqueue(job(1, "old", unique)).id();
        database.execute("update accounts_jobs set state = 'retryable', attempt = 4");
        assertThat(enqueue(job(1, "new", unique).maxAttempts(2)).isReplaced()).isTrue();
        assertThat(detail(id).summary().attempts().allowed()).isEqualTo(5);
        assertThat(state(id)).isEqualTo("retryable");
    }

    @Test
    void neverChangesAJobThatIsExecutingOrOver() {
        for (JobState state : List.of(JobState.EXECUTING, JobState.COMPLETED, JobState.DISCARDED, JobState.CANCELLED)) {
            Unique unique = ALL.among(UniqueStates.ALL);
            long order = state.ordinal();
            JobId id = enqueue(job(order, "old", unique)).id();
            database.execute("update accounts_jobs set state = '" + state.code() + "' where id = " + id);
            assertThat(enqueue(job(order, "new", unique))).isEqualTo(new Enqueued(id, false, false));
            assertThat(arguments(id)).as(state.code()).contains("old");
        }
    }

    @Test
    void theLastOfManyInBulkReplacesTheOthers() {
        List<Enqueued> answers = database.queue()
                .enqueueAll(List.of(job(1, "a", ALL), job(2, "b", ALL), job(1, "c", ALL), job(1, "d", BY_ORDER)));
        assertThat(answers.stream().map(Enqueued::isNew)).containsExactly(true, true, false, false);
        assertThat(answers.stream().map(Enqueued::isReplaced)).containsExactly(false, false, true, false);
        assertThat(arguments(answers.get(0).id())).contains("\"c\"");
    }

    @Test
    void aReplacementIsPartOfTheCallersTransaction() throws SQLException {
        JobId id = enqueue(job(1, "old", ALL)).id();
        for (boolean commits : List.of(false, true)) {
            try (Connection connection = database.dataSource().getConnection()) {
                connection.setAutoCommit(false);
                JdbcJobQueue jobs = JdbcJobQueue.on(CurrentConnection.of(connection));
                assertThat(jobs.enqueue(job(1, "new", ALL)).isReplaced()).isTrue();
                assertThat(jobs.enqueue(job(2, "after", ALL)).isNew()).isTrue();
                if (commits) {
                    connection.commit();
                } else {
                    connection.rollback();
                }
            }
            assertThat(arguments(id)).contains(commits ? "new" : "old");
        }
    }

    @Test
    void aJobThatIsBegunMeanwhileIsNotChangedAndTheNewOneStored() throws Exception {
        Unique waiting = ALL.among(UniqueStates.WAITING);
        JobId id = enqueue(job(1, "old", waiting)).id();
        ExecutorService thread = Executors.newSingleThreadExecutor();
        try (Connection connection = database.dataSource().getConnection();
                var claim = connection.createStatement()) {
            connection.setAutoCommit(false);
            claim.executeUpdate("update accounts_jobs set uniq_key = null, state = 'executing' where id = " + id);
            Future<Enqueued> second = thread.submit(() -> enqueue(job(1, "new", waiting)));
            connection.commit();
            Enqueued answer = second.get(60, SECONDS);
            assertThat(answer.isNew()).isTrue();
            assertThat(arguments(answer.id())).contains("new");
            assertThat(arguments(id)).contains("old");
        } finally {
            thread.shutdownNow();
        }
    }

    @Test
    void racersInTransactionsOfTheirOwnAllReplaceOneJob() throws Exception {
        CyclicBarrier start = new CyclicBarrier(RACERS);
        ExecutorService threads = Executors.newFixedThreadPool(RACERS);
        try {
            List<Future<Enqueued>> racers = IntStream.range(0, RACERS)
                    .mapToObj(i -> threads.submit(() -> {
                        start.await(30, SECONDS);
                        return inTransaction(job(1, "racer " + i, ALL));
                    }))
                    .toList();
            List<Enqueued> answers = new ArrayList<>();
            for (Future<Enqueued> racer : racers) {
                answers.add(racer.get(60, SECONDS));
            }
            assertThat(answers.stream().map(Enqueued::id).distinct()).hasSize(1);
            assertThat(answers.stream().filter(Enqueued::isNew)).hasSize(1);
            assertThat(answers.stream().filter(Enqueued::isReplaced)).hasSize(RACERS - 1);
        } finally {
            threads.shutdownNow();
        }
    }

    private Enqueued inTransaction(Job job) throws SQLException {
        try (Connection connection = database.dataSource().getConnection()) {
            connection.setAutoCommit(false);
            Enqueued answer = JdbcJobQueue.on(CurrentConnection.of(connection)).enqueue(job);
            connection.commit();
            return answer;
        }
    }
}
