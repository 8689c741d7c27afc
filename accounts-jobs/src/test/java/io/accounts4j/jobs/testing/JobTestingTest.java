package io.accounts4j.jobs.testing;

import static java.time.Duration.ofDays;
import static java.time.Duration.ofHours;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofMinutes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.accounts4j.job.JobOptions;
import io.accounts4j.job.JobResult;
import io.accounts4j.job.NewJob;
import io.accounts4j.jobs.CurrentConnection;
import io.accounts4j.jobs.JdbcJobQueue;
import io.accounts4j.jobs.Job;
import io.accounts4j.jobs.JobsDatabase;
import io.accounts4j.jobs.Worker;
import io.accounts4j.schema.AccountsSchema;
import io.accounts4j.testdatabases.OnDatabases;
import io.accounts4j.testdatabases.TestDatabase;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.FutureTask;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/** The testing package, on every database. */
@OnDatabases
class JobTestingTest {

    record Lines(int count, String currency) {}

    record Invoice(long order, String to, Lines lines) {}

    private static final Worker<Invoice> INVOICE =
            Worker.of("test.invoice", Invoice.class).queue("billing");

    @Parameter
    TestDatabase kind;

    private final List<Long> performed = new ArrayList<>();
    private JobsDatabase database;
    private JdbcJobQueue queue;
    private JobTesting jobs;

    @BeforeEach
    void create() {
        database = JobsDatabase.empty(kind);
        queue = database.queue();
        jobs = JobTesting.on(database.dataSource()).worker(INVOICE.perform((job, invoice) -> perform(invoice)));
    }

    private JobResult perform(Invoice invoice) throws IOException {
        performed.add(invoice.order());
        return switch (invoice.to()) {
            case "nobody" -> JobResult.fail("no address");
            case "broken" -> throw new IOException("printer on fire");
            case "later" -> JobResult.snooze(ofHours(1));
            case "never" -> JobResult.cancel("not wanted");
            case "again" -> {
                queue.enqueue(job(invoice.order() + 1, "ann"));
                yield JobResult.complete();
            }
            default -> JobResult.complete();
        };
    }

    private static Job job(long order, String to) {
        return INVOICE.job(new Invoice(order, to, new Lines(3, "CHF")));
    }

    @Test
    void what_is_queued_can_be_asserted_in_part() {
        queue.enqueue(job(4711, "ann").scheduleIn(ofMinutes(10)));
        EnqueuedJob found = jobs.assertEnqueued(ExpectedJob.of(INVOICE)
                .with("order", 4711)
                .with("lines", Map.of("count", 3))
                .inQueue("billing")
                .scheduledAt(Instant.now().plus(ofMinutes(10)), ofMinutes(1)));
        assertThat(found.arguments().orElseThrow()).containsEntry("to", "ann");
        jobs.refuteEnqueued(ExpectedJob.of(INVOICE).with("order", 4712));
        jobs.refuteEnqueued(ExpectedJob.of(INVOICE).with("lines", Map.of("count", 4)));
        jobs.refuteEnqueued(ExpectedJob.of(INVOICE).with("nothing", 1));
        jobs.refuteEnqueued(ExpectedJob.of(INVOICE).inQueue("default"));
        jobs.refuteEnqueued(ExpectedJob.of(INVOICE).scheduledAt(Instant.now(), ofMinutes(1)));
        jobs.refuteEnqueued(ExpectedJob.ofKind("test.other"));
        assertThat(jobs.allEnqueued()).containsExactly(found);
    }

    @Test
    void waitsForAJobThatAnotherThreadQueues() throws Exception {
        FutureTask<EnqueuedJob> waiting =
                new FutureTask<>(() -> jobs.assertEnqueued(ExpectedJob.of(INVOICE), ofMinutes(1)));
        Thread test = new Thread(waiting);
        test.start();
        await().until(() -> waiting.isDone() || test.getState() == Thread.State.TIMED_WAITING);
        queue.enqueue(job(4711, "ann"));
        assertThat(waiting.get().arguments().orElseThrow()).containsEntry("order", 4711);
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> jobs.assertEnqueued(ExpectedJob.ofKind("test.other"), ofMillis(1)))
                .withMessageContaining("4711");
        assertThatThrownBy(() -> jobs.assertEnqueued(ExpectedJob.of(INVOICE), ofDays(2)))
                .hasMessageStartingWith("atMost must be >= 0 and <= PT24H, got PT48H;");
    }

    @Test
    void what_is_missing_is_said_with_what_is_there() {
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> jobs.assertEnqueued(ExpectedJob.of(INVOICE)))
                .withMessageContaining("expected a job test.invoice")
                .withMessageContaining("no job waits");
        queue.enqueue(job(4711, "ann"));
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> jobs.assertEnqueued(ExpectedJob.of(INVOICE).with("order", 1)))
                .withMessageContaining("4711")
                .withMessageContaining("billing");
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> jobs.refuteEnqueued(ExpectedJob.of(INVOICE)))
                .withMessageContaining("4711");
    }

    @Test
    void what_a_test_has_not_committed_is_seen_on_its_own_connection() throws SQLException {
        try (Connection connection = database.dataSource().getConnection()) {
            connection.setAutoCommit(false);
            CurrentConnection own = CurrentConnection.of(connection);
            JdbcJobQueue.on(own).enqueue(job(1, "ann"));
            JobTesting.on(database.dataSource(), own).assertEnqueued(ExpectedJob.of(INVOICE));
            jobs.refuteEnqueued(ExpectedJob.of(INVOICE));
            connection.rollback();
        }
    }

    @Test
    void draining_counts_what_came_of_each_job() {
        for (String to : List.of("ann", "bob", "nobody", "broken", "later", "never")) {
            queue.enqueue(job(1, to));
        }
        queue.enqueue(job(1, "nobody").maxAttempts(1));
        queue.enqueue(job(2, "ann").queue("elsewhere"));
        queue.enqueue(NewJob.of("test.unknown", Map.of(), JobOptions.queue("billing")));
        Drained drained = jobs.drain("billing");
        assertThat(drained).isEqualTo(new Drained(2, 2, 1, 1, 1));
        assertThat(drained.total()).isEqualTo(7);
        assertThat(database.count("completed")).isEqualTo(2);
        assertThat(database.count("available"))
                .as("another queue, another kind")
                .isEqualTo(2);
        assertThat(jobs.drain("billing").total()).as("what failed is not due").isZero();
        assertThat(database.value("select count(*) from accounts_job_nodes")).isEqualTo("0");
    }

    @Test
    void jobs_run_in_their_order_and_no_more_than_wanted() {
        queue.enqueue(job(3, "ann").priority(5));
        queue.enqueue(job(1, "ann"));
        queue.enqueue(job(2, "ann"));
        assertThat(jobs.drain(Drain.queue("billing").limit(2)).completed()).isEqualTo(2);
        assertThat(performed).containsExactly(1L, 2L);
    }

    @Test
    void what_is_scheduled_runs_when_it_is_asked_for_or_time_has_passed() {
        queue.enqueue(job(1, "ann").scheduleIn(ofDays(1)));
        queue.enqueue(job(2, "ann").scheduleIn(ofDays(3)));
        assertThat(jobs.drain("billing").total()).isZero();
        jobs.forward(ofHours(23)).forward(ofHours(2));
        assertThat(jobs.drain("billing").completed()).isEqualTo(1);
        assertThat(jobs.drain(Drain.queue("billing").withScheduled()).completed())
                .isEqualTo(1);
        assertThat(performed).containsExactly(1L, 2L);
    }

    @Test
    void what_jobs_queue_is_run_when_it_is_asked_for() {
        queue.enqueue(job(1, "again"));
        assertThat(jobs.drain("billing").completed()).isEqualTo(1);
        queue.enqueue(job(7, "again"));
        assertThat(jobs.drain(Drain.queue("billing").withRecursion()).completed())
                .isEqualTo(3);
        queue.enqueue(job(9, "later"));
        assertThat(jobs.drain(Drain.queue("billing").withRecursion().withScheduled())
                        .snoozed())
                .as("each once")
                .isEqualTo(1);
    }

    @Test
    void without_safety_a_failure_is_thrown_on() {
        queue.enqueue(job(1, "broken"));
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> jobs.drain(Drain.queue("billing").withoutSafety()))
                .withMessageContaining("test.invoice")
                .withCauseInstanceOf(IOException.class);
        assertThat(database.count("retryable")).isEqualTo(1);
    }

    @Test
    void inline_jobs_run_at_once_and_leave_no_row() {
        JdbcJobQueue inline = jobs.inlineQueue();
        assertThat(inline.enqueue(job(5, "ann").scheduleIn(ofDays(1))).isNew()).isTrue();
        inline.enqueueAll(List.of(job(6, "ann"), job(7, "ann")));
        assertThat(performed).containsExactly(5L, 6L, 7L);
        assertThat(jobs.allEnqueued()).isEmpty();
        assertThatThrownBy(() -> inline.enqueue(job(1, "broken")))
                .isInstanceOf(AssertionError.class)
                .hasCauseInstanceOf(IOException.class);
        assertThatThrownBy(() -> inline.enqueue(job(1, "nobody")))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("no address");
        assertThatThrownBy(() -> inline.enqueue(NewJob.of("test.unknown", Map.of(), JobOptions.queue("x"))))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("test.unknown");
    }

    @Test
    void a_worker_can_be_tried_without_a_row() throws Exception {
        assertThat(jobs.performJob(INVOICE, new Invoice(8, "ann", new Lines(1, "EUR"))))
                .isEqualTo(JobResult.complete());
        assertThat(performed).containsExactly(8L);
        assertThatThrownBy(() -> jobs.performJob(INVOICE, new Invoice(8, "broken", new Lines(1, "EUR"))))
                .isInstanceOf(IOException.class);
        assertThat(jobs.allEnqueued()).isEmpty();
    }

    @Test
    void its_tables_may_be_in_another_schema() {
        DataSource fresh = kind.freshDatabase();
        String other = kind == TestDatabase.MARIADB ? database.schema() + "_jobs" : "TESTED_JOBS";
        AccountsSchema.in(fresh).inSchema(other).migrate();
        JdbcJobQueue.on(CurrentConnection.from(fresh)).inSchema(other).enqueue(job(4711, "ann"));
        JobTesting elsewhere =
                JobTesting.on(fresh).inSchema(other).worker(INVOICE.perform((job, invoice) -> perform(invoice)));
        elsewhere.assertEnqueued(ExpectedJob.of(INVOICE).with("order", 4711));
        assertThat(elsewhere.drain("billing").completed()).isEqualTo(1);
        elsewhere.refuteEnqueued(ExpectedJob.of(INVOICE));
        assertThatThrownBy(() -> elsewhere.inSchema("x; drop table users"))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
