package io.accounts4j.jobs;

import io.accounts4j.job.JobHandler;
import io.accounts4j.job.JobId;
import io.accounts4j.job.JobOptions;
import io.accounts4j.job.JobResult;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;

/** Engines whose connections can be had to fail. */
abstract class FaultyEngineFixture extends JobEngineFixture {

    final AtomicInteger calls = new AtomicInteger();
    FaultyDataSource faulty;

    @BeforeEach
    void wrap() {
        faulty = new FaultyDataSource(database.dataSource());
    }

    JobEngineBuilder onFaulty(JobHandler handler) {
        return quick(JobEngine.builder(faulty.dataSource()), handler);
    }

    JobHandler counting() {
        return handler(run -> {
            calls.incrementAndGet();
            return JobResult.complete();
        });
    }

    /** Counts, then waits for the latch or an interrupt. */
    JobHandler waitingFor(CountDownLatch latch, CountDownLatch interrupted) {
        return handler(run -> {
            calls.incrementAndGet();
            try {
                latch.await();
                return JobResult.complete();
            } catch (InterruptedException e) {
                interrupted.countDown();
                return JobResult.complete();
            }
        });
    }

    JobId enqueue() {
        return enqueue(DEFAULT);
    }

    JobId enqueue(JobOptions options) {
        return database.queue().enqueue(job(options));
    }
}
