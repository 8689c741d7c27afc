package io.accounts4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.accounts4j.job.AfterCommitJobs;
import io.accounts4j.job.JobHandler;
import io.accounts4j.job.JobOptions;
import io.accounts4j.job.JobResult;
import io.accounts4j.job.JobRun;
import io.accounts4j.job.NewJob;
import io.accounts4j.testkit.contract.JobQueueContract;
import io.accounts4j.testkit.contract.StoreAndQueue;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class AfterCommitJobsTest implements JobQueueContract {

    private static final JobOptions ONCE = JobOptions.queue("test").maxAttempts(1);

    private final InMemoryStore store = new InMemoryStore();
    private final AfterCommitJobs jobs = new AfterCommitJobs(store.transactions());
    private final BlockingQueue<JobRun> runs = new LinkedBlockingQueue<>();

    @Override
    public StoreAndQueue emptyStoreAndQueue() {
        InMemoryStore empty = new InMemoryStore();
        return new StoreAndQueue(empty, new AfterCommitJobs(empty.transactions()));
    }

    @AfterEach
    void stop() {
        jobs.close();
    }

    private JobHandler handler(String kind, Function<JobRun, JobResult> work) {
        return new JobHandler() {
            @Override
            public String kind() {
                return kind;
            }

            @Override
            public JobResult run(JobRun job) {
                runs.add(job);
                return work.apply(job);
            }
        };
    }

    private static NewJob job(String kind) {
        return NewJob.of(kind, Map.of("user", "0198"), ONCE);
    }

    private JobRun nextRun() throws InterruptedException {
        JobRun run = runs.poll(30, TimeUnit.SECONDS);
        assertThat(run).as("a run").isNotNull();
        return run;
    }

    @Test
    void aJobRunsOnceTheTransactionHasCommitted() throws Exception {
        jobs.start(List.of(handler("test.done", run -> JobResult.complete())));

        var id = store.transactions().inTransaction(() -> {
            var queued = jobs.enqueue(job("test.done"));
            assertThat(runs).as("before the commit").isEmpty();
            return queued;
        });

        JobRun run = nextRun();
        assertThat(run)
                .isEqualTo(new JobRun(id, "test.done", 1, Map.of("user", "0198"), 1, run.due(), Optional.empty()));
        assertThat(jobs.cancel(id)).as("it has begun").isFalse();
    }

    @Test
    void aJobNeverRunsAfterARollback() throws Exception {
        jobs.start(List.of(handler("test.done", run -> JobResult.complete())));

        assertThatThrownBy(() -> store.transactions().inTransaction(() -> {
                    jobs.enqueue(job("test.done"));
                    throw new IllegalStateException("on purpose");
                }))
                .isInstanceOf(IllegalStateException.class);
        var next = jobs.enqueue(job("test.done"));

        assertThat(nextRun().id()).as("the one queued after it comes first").isEqualTo(next);
    }

    @Test
    void aSnoozedJobRunsAgainAsTheSameAttempt() throws Exception {
        jobs.start(List.of(handler("test.later", run -> JobResult.snooze(Duration.ofMillis(1)))));

        jobs.enqueue(job("test.later"));

        JobRun first = nextRun();
        JobRun again = nextRun();
        assertThat(again.id()).isEqualTo(first.id());
        assertThat(again.attempt()).isEqualTo(first.attempt());
        assertThat(again.due()).isAfterOrEqualTo(first.due());
    }

    @Test
    void aJobThatThrowsIsGivenUpAfterItsAttemptsAndTheNextRuns() throws Exception {
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        Logger logger = (Logger) LoggerFactory.getLogger(AfterCommitJobs.class);
        log.start();
        logger.addAppender(log);
        try {
            jobs.start(List.of(
                    handler("test.broken", run -> {
                        throw new IllegalStateException("on purpose");
                    }),
                    handler("test.done", run -> JobResult.complete())));

            jobs.enqueue(job("test.broken"));
            jobs.enqueue(job("test.done"));

            assertThat(nextRun().kind()).isEqualTo("test.broken");
            assertThat(nextRun().kind()).isEqualTo("test.done");
            assertThat(log.list)
                    .extracting(ILoggingEvent::getFormattedMessage)
                    .anyMatch(message -> message.contains("lost"))
                    .anyMatch(message -> message.contains("given up after 1 attempts"));
        } finally {
            logger.detachAppender(log);
        }
    }

    @Test
    void aCancelledJobNeverRuns() throws Exception {
        jobs.start(List.of(handler("test.done", run -> JobResult.complete())));
        var cancelled = jobs.enqueue(NewJob.of("test.done", Map.of(), ONCE.scheduleIn(Duration.ofMillis(200))));

        assertThat(jobs.cancel(cancelled)).isTrue();
        var later = jobs.enqueue(NewJob.of("test.done", Map.of(), ONCE.scheduleIn(Duration.ofMillis(400))));

        assertThat(nextRun().id()).isEqualTo(later);
    }
}
