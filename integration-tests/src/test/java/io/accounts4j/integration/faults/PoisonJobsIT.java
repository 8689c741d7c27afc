package io.accounts4j.integration.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.accounts4j.job.JobHandler;
import io.accounts4j.job.JobId;
import io.accounts4j.job.JobOptions;
import io.accounts4j.job.JobResult;
import io.accounts4j.job.JobRun;
import io.accounts4j.job.NewJob;
import io.accounts4j.jobs.CurrentConnection;
import io.accounts4j.jobs.JdbcJobQueue;
import io.accounts4j.jobs.JobEngine;
import io.accounts4j.jobs.OversizedArgumentsException;
import io.accounts4j.jobs.Worker;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Jobs that hurt whoever runs them, among others that must not feel it. */
class PoisonJobsIT {

    private static final int EACH = Rounds.of(5, 50);
    private static final Duration SOON = Duration.ofSeconds(60);

    private final FaultDatabase database = FaultDatabase.fresh();
    private final Transitions transitions = Transitions.of(database);
    private final JdbcJobQueue queue = JdbcJobQueue.on(CurrentConnection.from(database.dataSource()));
    private volatile boolean over;

    /** Arguments of a worker that has none. */
    record Nothing() {}

    @AfterEach
    void close() {
        over = true;
        database.close();
    }

    @Test
    void an_error_costs_the_job_its_attempts_and_nobody_else_anything() {
        poison("test.memory", job -> {
            List<byte[]> all = new ArrayList<>();
            while (true) {
                all.add(new byte[Integer.MAX_VALUE]);
            }
        });
        poison("test.stack", PoisonJobsIT::descend);
        poison("test.null", job -> {
            throw new NullPointerException();
        });
    }

    @Test
    void a_job_whose_row_is_gone_is_nobody_elses_trouble() {
        try (JobEngine engine = engine(handler("test.gone", job -> {
            database.execute("delete from accounts_jobs where id = " + job.id());
        }))) {
            enqueue("test.gone", EACH);
            awaitGoodJobs();
            await().atMost(SOON).until(() -> count("test.gone", "executing", "available") == 0);
            assertThat(database.count("select count(*) from accounts_jobs where kind = 'test.gone'"))
                    .isZero();
            engine.wake();
        }
        report("row deleted by its own handler", EACH, "gone");
    }

    @Test
    void an_endless_job_ends_with_its_timeout_and_keeps_only_its_own_place() {
        Worker<Nothing> endless = Worker.of("test.endless", Nothing.class)
                .maxAttempts(1)
                .timeout(Duration.ofMillis(300))
                .perform((job, nothing) -> {
                    while (!over) {
                        Thread.onSpinWait();
                    }
                    return JobResult.complete();
                });
        try (JobEngine engine = JobEngine.builder(database.dataSource())
                .name("client")
                .queue("default", 5)
                .worker(endless)
                .handlers(List.of(good()))
                .backoff(attempt -> Duration.ofMillis(50))
                .grace(Duration.ofSeconds(1))
                .start()) {
            queue.enqueue(endless.job(new Nothing()));
            engine.wake();
            await().atMost(SOON).until(() -> count("test.endless", "discarded") == 1);
            awaitGoodJobs();
            over = true;
        }
        report("endless loop with a timeout", 1, "discarded");
    }

    @Test
    void an_unknown_kind_is_left_for_a_node_that_knows_it() {
        try (JobEngine engine = engine(handler("test.known", job -> {}))) {
            enqueue("test.unknown", EACH);
            awaitGoodJobs();
            engine.wake();
        }
        assertThat(count("test.unknown", "available")).isEqualTo(EACH);
        try (JobEngine engine = engine(handler("test.unknown", job -> {}))) {
            engine.wake();
            await().atMost(SOON).until(() -> count("test.unknown", "completed") == EACH);
        }
        report("unknown kind", EACH, "left, and run by a node that knows it");
    }

    @Test
    void arguments_that_are_too_large_are_refused_before_they_are_stored() {
        String huge = "x".repeat(Worker.MAX_ARGUMENTS);
        for (int i = 0; i < EACH; i++) {
            assertThatThrownBy(() ->
                            queue.enqueue(NewJob.of("test.huge", Map.of("huge", huge), JobOptions.queue("default"))))
                    .isInstanceOf(OversizedArgumentsException.class);
        }
        assertThat(database.count("select count(*) from accounts_jobs")).isZero();
        report("oversized arguments", EACH, "refused before they are stored");
    }

    @Test
    void a_job_that_ends_every_process_that_runs_it_is_given_up(@TempDir Path directory) throws Exception {
        JobId deadly = queue.enqueue(NotingHandler.job(
                "deadly", NotingHandler.DEADLY, JobOptions.queue("default").maxAttempts(2)));
        for (int node = 0; node < 2; node++) {
            try (WorkerNode victim = WorkerNode.start("victim-" + node, database, directory, NodeSettings.quick())) {
                await().atMost(SOON).until(() -> !victim.isAlive());
                assertThat(victim.runs()).as("runs of " + victim.name()).hasSize(1);
            }
        }
        try (WorkerNode survivor = WorkerNode.start("survivor", database, directory, NodeSettings.quick())) {
            await().atMost(SOON)
                    .until(() -> database.count(
                                    "select count(*) from accounts_jobs where state = 'discarded' and id = " + deadly)
                            == 1);
            JobId after = queue.enqueue(NotingHandler.job("after", 0, JobOptions.queue("default")));
            await().atMost(SOON)
                    .until(() -> database.count(
                                    "select count(*) from accounts_jobs where state = 'completed' and id = " + after)
                            == 1);
            assertThat(survivor.runs()).extracting(Run::key).containsExactly("after");
        }
        report("a job that ends its process", 2, "given up after its attempts");
    }

    /** Every attempt at such jobs fails in this way, and others run as if nothing was. */
    private void poison(String kind, Consumer<JobRun> harm) {
        try (JobEngine engine = engine(handler(kind, harm))) {
            enqueue(kind, EACH);
            awaitGoodJobs();
            await().atMost(SOON).until(() -> count(kind, "discarded") == EACH);
            assertThat(database.count("select count(*) from accounts_jobs where kind = '" + kind
                            + "' and attempt = 2 and jsonb_array_length(errors) = 2"))
                    .as("tried twice, with both errors kept")
                    .isEqualTo(EACH);
            engine.wake();
        }
        report(kind, EACH, "discarded after their attempts, errors kept");
    }

    private void report(String fault, int times, String outcome) {
        assertThat(transitions.violations()).isEmpty();
        Report.survived("poison: " + fault, times, times + " times, " + outcome + "; other jobs ran as ever");
    }

    private JobEngine engine(JobHandler poison) {
        return JobEngine.builder(database.dataSource())
                .name("client")
                .queue("default", 5)
                .handlers(List.of(poison, good()))
                .backoff(attempt -> Duration.ofMillis(50))
                .poll(Duration.ofMillis(200))
                .start();
    }

    private void enqueue(String kind, int count) {
        for (int i = 0; i < count; i++) {
            var unused = queue.enqueue(
                    NewJob.of(kind, Map.of(), JobOptions.queue("default").maxAttempts(2)));
        }
    }

    /** Queues jobs and waits until they have run. */
    private void awaitGoodJobs() {
        long before = count("test.good", "completed");
        enqueue("test.good", 50);
        await().atMost(SOON).until(() -> count("test.good", "completed") == before + 50);
    }

    private long count(String kind, String... states) {
        return database.count("select count(*) from accounts_jobs where kind = '" + kind + "' and state in ('"
                + String.join("', '", states) + "')");
    }

    private static void descend(JobRun job) {
        descend(job);
        assertThat(job).isNotNull();
    }

    private static JobHandler good() {
        return handler("test.good", job -> {});
    }

    private static JobHandler handler(String kind, Consumer<JobRun> work) {
        return new JobHandler() {
            @Override
            public String kind() {
                return kind;
            }

            @Override
            public JobResult run(JobRun job) {
                work.accept(job);
                return JobResult.complete();
            }
        };
    }
}
