package io.accounts4j.jobs.testing;

import static java.time.Duration.ofMillis;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.accounts4j.job.JobResult;
import io.accounts4j.jobs.JobsDatabase;
import io.accounts4j.jobs.Worker;
import io.accounts4j.testdatabases.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Workers in tests: the one that is given, and no longer than its timeout. */
class PerformJobTest {

    record Invoice(long order) {}

    private static final Worker<Invoice> INVOICE =
            Worker.of("test.invoice", Invoice.class).queue("billing");

    private final JobsDatabase database = JobsDatabase.empty(TestDatabase.H2);
    private final List<Long> performed = new ArrayList<>();
    private final JobTesting jobs = JobTesting.on(database.dataSource()).worker(INVOICE.perform((job, invoice) -> {
        performed.add(invoice.order());
        return JobResult.complete();
    }));

    @Test
    void performJobRunsTheWorkerItIsGiven() throws Exception {
        Worker<Invoice> other = INVOICE.perform((job, invoice) -> JobResult.cancel("passed"));

        assertThat(jobs.performJob(other, new Invoice(8))).isEqualTo(JobResult.cancel("passed"));
        assertThat(performed).isEmpty();
    }

    @Test
    @Timeout(value = 60, unit = SECONDS)
    void jobsInTestsTakeNoLongerThanTheirTimeout() throws Exception {
        Worker<Invoice> endless = INVOICE.maxAttempts(1).timeout(ofMillis(20)).perform((job, invoice) -> {
            new CountDownLatch(1).await();
            return JobResult.complete();
        });
        JobTesting testing = JobTesting.on(database.dataSource()).worker(endless);

        assertThat(testing.performJob(endless, new Invoice(8))).isEqualTo(JobResult.fail("took longer than PT0.02S"));
        assertThat(Thread.interrupted()).isFalse();
        assertThatThrownBy(() -> testing.inlineQueue().enqueue(endless.job(new Invoice(8))))
                .hasMessageContaining("took longer than PT0.02S");
        database.queue().enqueue(endless.job(new Invoice(8)));
        assertThat(testing.drain("billing").discarded()).isEqualTo(1);
    }
}
