package io.accounts4j.jobs;

import static java.time.Duration.ofDays;
import static java.time.Duration.ofHours;
import static java.time.Duration.ofMinutes;
import static org.assertj.core.api.Assertions.assertThat;

import io.accounts4j.health.HealthCheck;
import io.accounts4j.job.JobHealth;
import io.accounts4j.job.JobOptions;
import io.accounts4j.job.NewJob;
import io.accounts4j.job.Nodes;
import io.accounts4j.testdatabases.OnDatabases;
import io.accounts4j.testdatabases.TestDatabase;
import io.accounts4j.testkit.contract.HealthCheckContract;
import java.util.Collections;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/** The contract of the port, and what a check of jobs looks at. */
@OnDatabases
class JobHealthCheckTest implements HealthCheckContract {

    private static final JobOptions DEFAULT = JobOptions.queue("default");

    @Parameter
    TestDatabase kind;

    @Override
    public HealthCheck working() {
        JobsDatabase database = JobsDatabase.empty(kind);
        live(database);
        return JobHealthCheck.over(database.dataSource());
    }

    @Override
    public HealthCheck broken() {
        FaultyDataSource faulty = new FaultyDataSource(JobsDatabase.empty(kind).dataSource());
        faulty.cut();
        return JobHealthCheck.over(faulty.dataSource());
    }

    static void live(JobsDatabase database) {
        database.execute(
                "insert into accounts_job_nodes (name, expires_at) values ('a', timestamp '2200-01-01 00:00:00')");
    }

    private static void due(JobsDatabase database, String queue, int hours) {
        var id = database.queue().enqueue(NewJob.of("test.job", Map.of(), JobOptions.queue(queue)));
        database.execute("update accounts_jobs set run_at = run_at - interval '" + hours + "' hour where id = " + id);
    }

    static JobHealthCheck check(JobsDatabase database) {
        return JobHealthCheck.over(database.dataSource());
    }

    @Test
    void without_a_node_that_lives_nothing_works() {
        JobsDatabase database = JobsDatabase.empty(kind);
        database.execute(
                "insert into accounts_job_nodes (name, expires_at) values ('a', timestamp '2000-01-01 00:00:00')");

        assertThat(check(database).look().warnings()).containsExactly("no node lives");
        live(database);
        assertThat(check(database).look().warnings()).isEmpty();
        assertThat(check(database).look().liveNodes()).isEqualTo(1);
    }

    @Test
    void a_job_that_nobody_takes_is_noticed_whatever_its_queue_and_priority() {
        JobsDatabase database = JobsDatabase.empty(kind);
        live(database);
        for (int priority = 0; priority < 3; priority++) {
            database.queue()
                    .enqueue(NewJob.of(
                            "test.job", Map.of(), DEFAULT.priority(priority).scheduleIn(ofDays(1))));
        }
        assertThat(check(database).look().oldestDue()).isEmpty();

        due(database, "default", 1);
        due(database, "zzz", 3);
        due(database, "aaa", 2);

        assertThat(check(database).look().oldestDue().orElseThrow())
                .isBetween(ofHours(3), ofHours(3).plus(ofMinutes(5)));
        assertThat(check(database).look().warnings()).singleElement().asString().startsWith("a job is due for 10");
        assertThat(check(database).oldestDue(ofHours(4)).look().warnings()).isEmpty();
        assertThat(check(database).look().queues())
                .extracting(queue ->
                        queue.name() + " " + queue.oldestDue().orElseThrow().toHours())
                .containsExactly("aaa 2", "default 1", "zzz 3");
    }

    @Test
    void backlogAndUnknownKindsAreWarningsAndFailNoCheck() {
        JobsDatabase database = JobsDatabase.empty(kind);
        serving(database, "[\"default\"]", "[\"test.known\"]");
        due(database, "default", 1);
        due(database, "abandoned", 1);

        assertThat(check(database).check().ok()).isTrue();
        JobHealth health = check(database).look();
        assertThat(health.unknownKinds()).containsExactly("test.job");
        assertThat(health.queues())
                .extracting(queue -> queue.name() + " " + queue.served())
                .containsExactly("abandoned false", "default true");
        assertThat(health.warnings())
                .contains(
                        "queue abandoned has jobs, and no live node works on it",
                        "jobs of kind test.job wait, and no live node has a handler for it");
        serving(database, "[\"abandoned\"]", "[\"test.job\"]");
        assertThat(check(database).oldestDue(ofDays(1)).look().warnings()).isEmpty();
    }

    @Test
    void unknownKindIsSeenBehindAnyNumberOfOtherJobs() {
        JobsDatabase database = JobsDatabase.empty(kind);
        serving(database, "[\"default\"]", "[\"test.known\"]");
        database.queue()
                .enqueueAll(Collections.nCopies(
                        10_001, Worker.of("test.known", Map.class).job(Map.of())));
        database.queue().enqueue(NewJob.of("test.job", Map.of(), DEFAULT.priority(9)));

        assertThat(check(database).look().unknownKinds()).containsExactly("test.job");
    }

    @Test
    void jobOfTheFarFutureIsNotDue() {
        JobsDatabase database = JobsDatabase.empty(kind);
        live(database);
        database.queue().enqueue(NewJob.of("test.job", Map.of(), DEFAULT.scheduleIn(ofDays(365_000))));

        assertThat(check(database).look().oldestDue()).isEmpty();
    }

    @Test
    void oldestExecutingJobIsAFigureWithALimit() {
        JobsDatabase database = JobsDatabase.empty(kind);
        live(database);
        assertThat(check(database).look().oldestExecuting()).isEmpty();
        due(database, "default", 5);
        database.execute("update accounts_jobs set state = 'executing', attempted_at = run_at, node_id = 1");

        JobHealth health = check(database).look();

        assertThat(health.oldestExecuting().orElseThrow())
                .isBetween(ofHours(5), ofHours(5).plus(ofMinutes(5)));
        assertThat(health.queues())
                .singleElement()
                .satisfies(queue -> assertThat(queue.oldestExecuting()).isPresent());
        assertThat(health.warnings()).singleElement().asString().startsWith("a job is executing for 18");
        assertThat(check(database).oldestExecuting(ofHours(6)).look().warnings())
                .isEmpty();
    }

    private static void serving(JobsDatabase database, String queues, String kinds) {
        database.execute("insert into accounts_job_nodes (name, queues, kinds, expires_at) values ('a', '" + queues
                + "', '" + kinds + "', timestamp '2200-01-01 00:00:00')");
    }

    @Test
    void what_is_paused_for_all_is_not_overdue() {
        JobsDatabase database = JobsDatabase.empty(kind);
        live(database);
        due(database, "default", 3);
        due(database, "other", 2);
        JdbcQueueControl control = JdbcQueueControl.over(database.dataSource());
        control.pause("default", Nodes.all());
        control.pause("other", Nodes.named("a"));

        JobHealth health = check(database).look();

        assertThat(health.pausedQueues()).containsExactly("default");
        assertThat(health.oldestDue().orElseThrow()).isLessThan(ofHours(3));
        control.stop("other", Nodes.all());
        assertThat(check(database).look().warnings()).isEmpty();
    }
}
