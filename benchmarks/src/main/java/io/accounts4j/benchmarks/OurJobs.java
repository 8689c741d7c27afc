package io.accounts4j.benchmarks;

import io.accounts4j.job.JobResult;
import io.accounts4j.jobs.JdbcJobQueue;
import io.accounts4j.jobs.Job;
import io.accounts4j.jobs.JobEngine;
import io.accounts4j.jobs.Worker;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** accounts-jobs at its defaults, a queue of 20. It keeps jobs that were run. */
final class OurJobs implements JobSystem {

    static final String KIND = "benchmarks.nothing";
    static final int CONCURRENCY = 20;

    static final Worker<Order> WORKER = Worker.of(KIND, Order.class).perform((job, order) -> {
        Handled.one(order.number());
        return JobResult.complete();
    });

    private final Postgres postgres;
    private final HostTransaction transaction;
    private final JdbcJobQueue jobs;
    private @Nullable JobEngine engine;

    OurJobs(Postgres postgres) {
        this.postgres = postgres;
        this.transaction = new HostTransaction(postgres.dataSource());
        this.jobs = JdbcJobQueue.on(transaction);
    }

    /** What a job is about. */
    record Order(int number) {}

    static Job job(int n) {
        return WORKER.job(new Order(n));
    }

    @Override
    public void enqueue(int n) {
        transaction.run(() -> jobs.enqueue(job(n)));
    }

    /** So many in one transaction, each by a statement of its own. */
    void enqueueTogether(int count) {
        transaction.run(() -> {
            for (int n = 0; n < count; n++) {
                jobs.enqueue(job(n));
            }
        });
    }

    @Override
    public void enqueueAll(int count) {
        List<Job> all = IntStream.range(0, count).mapToObj(OurJobs::job).toList();
        transaction.run(() -> jobs.enqueueAll(all));
    }

    @Override
    public void start() {
        engine = JobEngine.builder(postgres.dataSource())
                .queue("default", CONCURRENCY)
                .worker(WORKER)
                .start();
    }

    @Override
    public boolean isDone() {
        return FloorJobs.isDone(postgres);
    }

    @Override
    public void stop() {
        Objects.requireNonNull(engine).close();
    }

    @Override
    public void clear() {
        postgres.execute("truncate accounts_jobs");
    }
}
