package io.accounts4j.benchmarks;

import io.accounts4j.event.EventBus;
import io.accounts4j.event.InProcessEventBus;
import io.accounts4j.event.Signal;
import io.accounts4j.eventbus.PostgresEventBus;
import io.accounts4j.job.JobResult;
import io.accounts4j.jobs.JdbcJobQueue;
import io.accounts4j.jobs.Job;
import io.accounts4j.jobs.JobEngine;
import io.accounts4j.jobs.Worker;
import java.util.List;
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
    private final EventBus bus;
    private @Nullable JobEngine engine;

    OurJobs(Postgres postgres) {
        this(postgres, new InProcessEventBus());
    }

    /** Announces jobs on {@code bus} once they are committed, and hears there what others announce. */
    OurJobs(Postgres postgres, EventBus bus) {
        this.postgres = postgres;
        this.bus = bus;
        this.transaction = new HostTransaction(postgres.dataSource());
        this.jobs = JdbcJobQueue.on(transaction);
    }

    /** The arguments of a job. */
    record Order(int number) {}

    static Job job(int n) {
        return WORKER.job(new Order(n));
    }

    @Override
    public void enqueue(int n) {
        transaction.run(() -> jobs.enqueue(job(n)));
        bus.publish(new Signal(Signal.JOBS, "default"));
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
                .wakeUps(bus)
                .start();
    }

    @Override
    public boolean isDone() {
        return FloorJobs.isDone(postgres);
    }

    /** Closes the bus too if it is one that can be. */
    @Override
    public void stop() {
        if (engine != null) {
            engine.close();
        }
        if (bus instanceof PostgresEventBus shared) {
            shared.close();
        }
    }

    @Override
    public void clear() {
        postgres.execute("truncate accounts_jobs");
    }
}
