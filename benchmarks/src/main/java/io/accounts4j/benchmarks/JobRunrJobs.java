package io.accounts4j.benchmarks;

import java.time.Duration;
import java.util.stream.IntStream;
import org.jobrunr.jobs.lambdas.JobRequest;
import org.jobrunr.jobs.lambdas.JobRequestHandler;
import org.jobrunr.jobs.mappers.JobMapper;
import org.jobrunr.scheduling.JobRequestScheduler;
import org.jobrunr.server.BackgroundJobServer;
import org.jobrunr.server.BackgroundJobServerConfiguration;
import org.jobrunr.storage.StorageProvider;
import org.jobrunr.storage.sql.common.SqlStorageProviderFactory;
import org.jobrunr.utils.mapper.jackson.JacksonJsonMapper;
import org.jspecify.annotations.Nullable;

/** JobRunr with 20 workers and job requests, which cost it less than lambdas. It keeps jobs that succeeded, as we do. */
final class JobRunrJobs implements JobSystem {

    private static final int WORKERS = 20;

    private final Postgres postgres;
    private final JacksonJsonMapper json = new JacksonJsonMapper();
    private final StorageProvider storage;
    private final JobRequestScheduler scheduler;
    private @Nullable BackgroundJobServer server;

    JobRunrJobs(Postgres postgres) {
        this.postgres = postgres;
        this.storage = SqlStorageProviderFactory.using(postgres.dataSource());
        storage.setJobMapper(new JobMapper(json));
        this.scheduler = new JobRequestScheduler(storage);
    }

    @Override
    public void enqueue(int n) {
        var unused = scheduler.enqueue(new Request(n));
    }

    @Override
    public void enqueueAll(int count) {
        scheduler.enqueue(IntStream.range(0, count).mapToObj(n -> new Request(n)));
    }

    @Override
    public void start() {
        BackgroundJobServer started = new BackgroundJobServer(
                storage,
                json,
                null,
                BackgroundJobServerConfiguration.usingStandardBackgroundJobServerConfiguration()
                        .andWorkerCount(WORKERS)
                        .andInterruptJobsAwaitDurationOnStopBackgroundJobServer(Duration.ofSeconds(2)));
        started.start();
        server = started;
    }

    @Override
    public boolean isDone() {
        return postgres.holds(
                "select not exists (select 1 from jobrunr_jobs where state in ('ENQUEUED', 'PROCESSING'))");
    }

    @Override
    public void stop() {
        if (server != null) {
            server.stop();
        }
    }

    @Override
    public void clear() {
        postgres.execute("truncate jobrunr_jobs");
    }

    /** The job. */
    record Request(int order) implements JobRequest {
        @Override
        public Class<Nothing> getJobRequestHandler() {
            return Nothing.class;
        }
    }

    /** Does nothing. */
    public static final class Nothing implements JobRequestHandler<Request> {
        @Override
        public void run(Request request) {
            Handled.one(request.order());
        }
    }
}
