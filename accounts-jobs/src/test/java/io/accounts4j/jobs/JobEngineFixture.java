package io.accounts4j.jobs;

import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.accounts4j.job.JobHandler;
import io.accounts4j.job.JobId;
import io.accounts4j.job.JobOptions;
import io.accounts4j.job.JobResult;
import io.accounts4j.job.JobRun;
import io.accounts4j.job.NewJob;
import io.accounts4j.testdatabases.TestDatabase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.Parameter;

/** A database, engines with test settings on it, and a look at what became of jobs. */
abstract class JobEngineFixture {

    static final Duration SOON = ofSeconds(30);
    static final JobOptions DEFAULT = JobOptions.queue("default");

    @Parameter
    TestDatabase kind;

    private final List<JobEngine> engines = new ArrayList<>();
    JobsDatabase database;

    @BeforeEach
    void create() {
        database = JobsDatabase.empty(kind);
    }

    @AfterEach
    void close() {
        engines.forEach(JobEngine::close);
    }

    /** A handler of kind {@code test.job}. */
    static JobHandler handler(Function<JobRun, JobResult> work) {
        return handler("test.job", work);
    }

    static JobHandler handler(String kind, Function<JobRun, JobResult> work) {
        return new JobHandler() {
            @Override
            public String kind() {
                return kind;
            }

            @Override
            public JobResult run(JobRun job) {
                return work.apply(job);
            }
        };
    }

    static NewJob job(JobOptions options) {
        return NewJob.of("test.job", Map.of(), options);
    }

    static NewJob job(String name, JobOptions options) {
        return NewJob.of("test.job", Map.of("name", name), options);
    }

    /** Short waits, but a long life: an engine that is to die in a test says itself how soon. */
    JobEngineBuilder quick(JobHandler... handlers) {
        return quick(JobEngine.builder(database.dataSource()), handlers);
    }

    static JobEngineBuilder quick(JobEngineBuilder builder, JobHandler... handlers) {
        return builder.queue("default", 5)
                .handlers(List.of(handlers))
                .poll(ofMillis(50))
                .heartbeat(ofMillis(200), ofSeconds(30))
                .backoff(attempt -> ofMillis(10))
                .grace(ofSeconds(5));
    }

    JobEngine start(JobEngineBuilder builder) {
        JobEngine engine = builder.start();
        engines.add(engine);
        return engine;
    }

    void awaitState(JobId id, String state) {
        await().atMost(SOON).untilAsserted(() -> assertThat(state(id)).isEqualTo(state));
    }

    String state(JobId id) {
        return database.value("select state from accounts_jobs where id = ?", id.value());
    }

    String attempts(JobId id) {
        return database.value("select attempt from accounts_jobs where id = ?", id.value());
    }

    String errors(JobId id) {
        return database.value("select errors from accounts_jobs where id = ?", id.value());
    }

    static void awaitUninterrupted(CountDownLatch latch) {
        try {
            if (!latch.await(30, TimeUnit.SECONDS)) {
                throw new IllegalStateException("nobody let the job go on");
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException("interrupted", e);
        }
    }
}
