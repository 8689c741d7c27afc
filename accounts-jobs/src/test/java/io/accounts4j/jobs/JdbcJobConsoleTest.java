package io.accounts4j.jobs;

import static java.time.Duration.ofDays;
import static java.time.Duration.ofHours;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import io.accounts4j.event.EventBus;
import io.accounts4j.event.InProcessEventBus;
import io.accounts4j.event.Signal;
import io.accounts4j.job.JobConsole;
import io.accounts4j.job.JobCount;
import io.accounts4j.job.JobFilter;
import io.accounts4j.job.JobHandler;
import io.accounts4j.job.JobId;
import io.accounts4j.job.JobOperation;
import io.accounts4j.job.JobOptions;
import io.accounts4j.job.JobQueue;
import io.accounts4j.job.JobState;
import io.accounts4j.job.NewJob;
import io.accounts4j.testdatabases.OnDatabases;
import io.accounts4j.testdatabases.TestDatabase;
import io.accounts4j.testkit.contract.JobConsoleContract;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/** The contract of the port, and what only a console on a database has. */
@OnDatabases
class JdbcJobConsoleTest implements JobConsoleContract {

    private static final NewJob JOB = NewJob.of("test.job", Map.of("order", "4711"), JobOptions.queue("default"));

    private static final JobFilter DISCARDED = JobFilter.all().in(JobState.DISCARDED);

    record Many(int number) {}

    @Parameter
    TestDatabase kind;

    @Override
    public QueueAndConsole emptyQueueAndConsole() {
        JobsDatabase database = JobsDatabase.empty(kind);
        return new QueueAndConsoleOnDatabase(database, JdbcJobConsole.over(database.dataSource()), database.queue());
    }

    private record QueueAndConsoleOnDatabase(JobsDatabase database, JobConsole console, JobQueue queue)
            implements QueueAndConsole {

        private static final String LEFT = "select count(*) from accounts_jobs"
                + " where state in ('available', 'executing') or (state = 'scheduled' and attempt > 0)";

        @Override
        public void run(JobHandler handler) {
            try (JobEngine engine = JobEngine.builder(database.dataSource())
                    .queue("mailers", 2)
                    .queue("events", 2)
                    .handlers(List.of(handler))
                    .poll(ofMillis(20))
                    .backoff(attempt -> ofDays(1))
                    .start()) {
                engine.wake();
                await().atMost(ofSeconds(30)).until(() -> database.value(LEFT).equals("0"));
            }
        }
    }

    @Test
    void counting_stops_at_a_bound_and_says_so() {
        JobsDatabase database = JobsDatabase.empty(kind);
        database.queue().enqueue(JOB);
        database.queue().enqueue(JOB);
        JobId discarded = database.queue().enqueue(JOB);
        JdbcJobConsole console = JdbcJobConsole.over(database.dataSource()).countUpTo(2);
        console.discard(discarded);

        assertThat(console.counts())
                .containsExactly(
                        new JobCount("default", JobState.AVAILABLE, 2, false),
                        new JobCount("default", JobState.DISCARDED, 1, true));
    }

    @Test
    void changesManyJobsInTransactionsOfABoundedSize() {
        JobsDatabase database = JobsDatabase.empty(kind);
        Worker<Many> worker = Worker.of("test.many", Many.class);
        database.queue().enqueueAll(Collections.nCopies(2_500, worker.job(new Many(1))));
        database.execute("update accounts_jobs set state = 'discarded'");
        AtomicInteger transactions = new AtomicInteger();
        DataSource counting = (DataSource) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {DataSource.class}, (proxy, method, arguments) -> {
                    transactions.incrementAndGet();
                    return method.invoke(database.dataSource(), arguments);
                });

        assertThat(JdbcJobConsole.over(counting).applyToAll(JobOperation.retry(), DISCARDED, 2_400))
                .isEqualTo(2_400);

        assertThat(transactions).hasValue(3);
        assertThat(database.count("discarded")).isEqualTo(100);
    }

    @Test
    void jobsAreMeantByWhomTheyAreAboutAndHowOldTheyAre() {
        JobsDatabase database = JobsDatabase.empty(kind);
        Worker<Many> worker = Worker.of("test.many", Many.class).subject(job -> "user" + job.number());
        JobId young = database.queue().enqueue(worker.job(new Many(1))).id();
        JobId old = database.queue().enqueue(worker.job(new Many(1))).id();
        JobId other = database.queue().enqueue(worker.job(new Many(2))).id();
        database.execute("update accounts_jobs set inserted_at = inserted_at - interval '3' hour where id <> " + young);
        JobConsole console = JdbcJobConsole.over(database.dataSource());

        JobFilter filter = JobFilter.all().about("user1").olderThan(ofHours(2));
        assertThat(console.applyToAll(JobOperation.cancel(), filter, 10)).isEqualTo(1);
        assertThat(console.find(old).orElseThrow().summary().state()).isEqualTo(JobState.CANCELLED);
        assertThat(console.find(other).orElseThrow().summary().state()).isEqualTo(JobState.AVAILABLE);
        assertThat(console.find(young).orElseThrow().summary().state()).isEqualTo(JobState.AVAILABLE);
    }

    @Test
    void times_are_instants_whatever_the_zone_of_the_session() {
        JobsDatabase database = JobsDatabase.empty(kind);
        JobId id = database.queue().enqueue(JOB);

        Instant inserted = JdbcJobConsole.over(database.dataSource())
                .find(id)
                .orElseThrow()
                .summary()
                .times()
                .insertedAt();

        assertThat(inserted).isCloseTo(Instant.now(), within(5, ChronoUnit.MINUTES));
    }

    @Test
    void encrypted_arguments_are_not_shown() {
        JobsDatabase database = JobsDatabase.empty(kind);
        JobId id = database.queue().enqueue(JOB);
        database.execute("update accounts_jobs set args = null, args_key_id = 'k1'");

        assertThat(JdbcJobConsole.over(database.dataSource())
                        .find(id)
                        .orElseThrow()
                        .arguments())
                .isEmpty();
    }

    @Test
    void what_a_node_writes_about_a_job_that_was_taken_from_it_by_hand_is_refused() {
        JobsDatabase database = JobsDatabase.empty(kind);
        JobId id = database.queue().enqueue(JOB);
        String before = database.value("select lease from accounts_jobs where id = ?", id.value());

        JobConsole console = JdbcJobConsole.over(database.dataSource());
        console.discard(id);
        console.retry(id);
        console.cancel(id);

        assertThat(Long.parseLong(database.value("select lease from accounts_jobs where id = ?", id.value())))
                .isEqualTo(Long.parseLong(before) + 3);
    }

    @Test
    void engines_are_told_of_jobs_to_be_taken_up() {
        JobsDatabase database = JobsDatabase.empty(kind);
        InProcessEventBus bus = new InProcessEventBus();
        List<Signal> heard = new ArrayList<>();
        JobConsole console = JdbcJobConsole.over(database.dataSource()).wakeUps(bus);
        JobId id = database.queue().enqueue(JOB);
        EventBus.Subscription subscription = bus.subscribe(Signal.JOBS, heard::add);
        console.retry(id);
        assertThat(heard).isEmpty();
        console.discard(id);
        console.retry(id);
        assertThat(heard).hasSize(1);
        subscription.close();
    }
}
