package io.accounts4j.jobs;

import static java.time.Duration.ofDays;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofMinutes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.accounts4j.job.JobId;
import io.accounts4j.job.JobResult;
import io.accounts4j.job.NewJob;
import io.accounts4j.testdatabases.OnDatabases;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Typed workers and their jobs, on every database. */
@OnDatabases
class WorkerJobsTest extends JobEngineFixture {

    /** A bit of everything that arguments may hold. */
    record Trip(
            UUID id,
            Instant begins,
            Duration takes,
            LocalDate booked,
            Mood mood,
            List<Stop> stops,
            Map<String, Integer> prices,
            @Nullable String note) {}

    record Stop(String name, long metres) {}

    enum Mood {
        CALM,
        WILD
    }

    private static final Trip TRIP = new Trip(
            UUID.fromString("7b7bb9b0-9f53-4f5c-9a2e-0c4a6f1e5d11"),
            Instant.parse("2031-02-03T04:05:06.123456789Z"),
            ofMinutes(61),
            LocalDate.parse("2030-12-31"),
            Mood.WILD,
            List.of(new Stop("Zürich \uD83D\uDE80 \"\\u0000\"", 1L << 60), new Stop("", -1)),
            Map.of("b", 2, "a", 1),
            null);

    private static final Worker<Trip> TRIPS = Worker.of("test.trip", Trip.class);

    private JobId enqueue(Job job) {
        Enqueued queued = database.queue().enqueue(job);
        assertThat(queued.isNew()).isTrue();
        return queued.id();
    }

    private String column(String name, JobId id) {
        return database.value("select " + name + " from accounts_jobs where id = ?", id.value());
    }

    @Test
    void arguments_arrive_as_they_were_given() {
        Queue<Trip> performed = new ConcurrentLinkedQueue<>();
        start(quick().worker(TRIPS.perform((job, trip) -> {
            performed.add(trip);
            return JobResult.complete();
        })));
        awaitState(enqueue(TRIPS.job(TRIP)), "completed");
        assertThat(performed).containsExactly(TRIP);
    }

    @Test
    void a_job_is_part_of_the_callers_transaction() throws SQLException {
        try (Connection connection = database.dataSource().getConnection()) {
            connection.setAutoCommit(false);
            JdbcJobQueue jobs = JdbcJobQueue.on(CurrentConnection.of(connection));
            jobs.enqueue(TRIPS.job(TRIP));
            connection.rollback();
            jobs.enqueue(TRIPS.job(TRIP));
            assertThat(database.count("available")).isZero();
            connection.commit();
        }
        assertThat(database.count("available")).isEqualTo(1);
    }

    @Test
    void a_worker_says_how_its_jobs_are_run_and_a_job_may_differ() {
        Worker<Trip> worker = TRIPS.queue("trips").maxAttempts(3).priority(4);
        JobId usual = enqueue(worker.job(TRIP));
        assertThat(List.of(column("queue", usual), column("max_attempts", usual), column("priority", usual)))
                .containsExactly("trips", "3", "4");
        JobId other = enqueue(worker.job(TRIP).queue("late").maxAttempts(1).priority(9));
        assertThat(List.of(column("queue", other), column("max_attempts", other), column("priority", other)))
                .containsExactly("late", "1", "9");
    }

    @Test
    void a_job_waits_until_it_is_due() {
        JobId in = enqueue(TRIPS.job(TRIP).scheduleIn(ofDays(1)));
        JobId at = enqueue(TRIPS.job(TRIP).scheduledAt(Instant.now().plus(ofDays(1))));
        JobId over = enqueue(TRIPS.job(TRIP).scheduledAt(Instant.EPOCH));
        start(quick().worker(TRIPS.perform((job, trip) -> JobResult.complete())));
        awaitState(over, "completed");
        assertThat(List.of(state(in), state(at))).containsOnly("scheduled");
        String between = "select count(*) from accounts_jobs where id in (?, ?)"
                + " and run_at between inserted_at + interval '23' hour and inserted_at + interval '25' hour";
        assertThat(database.value(between, in.value(), at.value())).isEqualTo("2");
    }

    @Test
    void the_instant_given_last_or_the_delay_given_last_counts() {
        JobId in = enqueue(
                TRIPS.job(TRIP).scheduledAt(Instant.now().plus(ofDays(1))).scheduleIn(Duration.ZERO));
        JobId at = enqueue(TRIPS.job(TRIP).scheduleIn(ofDays(1)).scheduledAt(Instant.EPOCH));
        start(quick().worker(TRIPS.perform((job, trip) -> JobResult.complete())));
        awaitState(in, "completed");
        awaitState(at, "completed");
    }

    @Test
    void an_exception_is_a_failure_and_the_workers_own_backoff_applies() {
        start(quick().worker(TRIPS.backoff(attempt -> attempt == 1 ? ofMillis(1) : ofDays(1))
                .perform((job, trip) -> {
                    throw new java.io.IOException("out of coffee");
                })));
        JobId id = enqueue(TRIPS.job(TRIP));
        await().atMost(SOON).untilAsserted(() -> assertThat(attempts(id)).isEqualTo("2"));
        awaitState(id, "retryable");
        assertThat(errors(id)).contains("java.io.IOException: out of coffee");
    }

    @Test
    void arguments_that_cannot_be_read_are_a_failure_that_does_not_quote_them() {
        JobId id =
                database.queue().enqueue(NewJob.of("test.trip", Map.of("mood", "hush-hush"), DEFAULT.maxAttempts(1)));
        start(quick().worker(TRIPS.perform((job, trip) -> JobResult.complete())));
        awaitState(id, "discarded");
        assertThat(errors(id)).contains("arguments of test.trip", "mood").doesNotContain("hush-hush");
    }

    @Test
    void a_job_has_one_name_over_all_attempts() {
        Queue<String> names = new ConcurrentLinkedQueue<>();
        start(quick().worker(TRIPS.queue("default").maxAttempts(4).perform((job, trip) -> {
            names.add(job.idempotencyKey());
            assertThat(List.of(job.maxAttempts(), job.queue(), job.isWanted())).containsExactly(4, "default", true);
            return job.attempt() < 3 ? JobResult.fail("again") : JobResult.complete();
        })));
        Job job = TRIPS.maxAttempts(4).job(TRIP);
        awaitState(enqueue(job), "completed");
        assertThat(names).hasSize(3).containsOnly(names.element());
        awaitState(enqueue(job), "completed");
        assertThat(names).hasSize(6);
        assertThat(names.stream().distinct()).hasSize(2);
    }
}
