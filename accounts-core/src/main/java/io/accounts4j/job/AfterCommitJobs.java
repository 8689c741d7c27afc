package io.accounts4j.job;

import io.accounts4j.transaction.Transactions;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A queue for hosts without a job engine: jobs run in this process after the commit. <b>Not durable</b>: what has not run
 * when the process ends is lost, which is said in the log at start. Every
 * failure is tried again while attempts are left, also a mail that was refused for good. Runs on one daemon thread of its own until closed.
 */
public final class AfterCommitJobs implements JobQueue, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(AfterCommitJobs.class);

    private final Clock clock = Clock.systemUTC();
    private final Transactions transactions;
    private final ScheduledExecutorService runner;
    /** From anywhere, so that ids of an earlier process, which tokens may name, do not come again. */
    private final AtomicLong ids = new AtomicLong(new SecureRandom().nextLong(1L << 62));

    private final Map<Long, Boolean> waiting = new ConcurrentHashMap<>();
    private final Map<List<String>, JobId> unfinished = new ConcurrentHashMap<>();
    private volatile Map<String, JobHandler> handlers = Map.of();

    /** Over the transactions whose commits release jobs; nothing runs before {@link #start}. */
    public AfterCommitJobs(Transactions transactions) {
        this.transactions = transactions;
        this.runner = new ScheduledThreadPoolExecutor(1, task -> {
            Thread thread = new Thread(task, "accounts-after-commit-jobs");
            thread.setDaemon(true);
            return thread;
        });
    }

    /** Runs what is queued from now on with {@code known}. */
    public void start(Collection<JobHandler> known) {
        Map<String, JobHandler> byKind = new ConcurrentHashMap<>();
        known.forEach(handler -> byKind.put(handler.kind(), handler));
        handlers = byKind;
        LOG.warn("jobs run after the commit in this process only: those that have not run when it ends are lost");
    }

    /**
     * {@inheritDoc} Of unique jobs that several open transactions have queued, the first to commit is run; the others keep
     * ids that stand for nothing.
     */
    @Override
    public JobId enqueue(NewJob job) {
        JobId id = new JobId(ids.incrementAndGet());
        Optional<List<String>> key = key(job);
        Optional<JobId> holder =
                transactions.isOpen() ? key.map(unfinished::get) : key.map(free -> unfinished.putIfAbsent(free, id));
        if (holder.isPresent()) {
            return holder.get();
        }
        transactions.afterCommit(() -> {
            JobId first = key.map(taken -> unfinished.computeIfAbsent(taken, unused -> id))
                    .orElse(id);
            if (first.equals(id)) {
                schedule(id, job, 1, job.options().delay());
            }
        });
        return id;
    }

    private static Optional<List<String>> key(NewJob job) {
        return job.unique().map(key -> List.of(job.kind(), key));
    }

    private void finish(JobId id, NewJob job) {
        key(job).ifPresent(key -> unfinished.remove(key, id));
    }

    @Override
    public boolean cancel(JobId id) {
        boolean waits = waiting.remove(id.value()) != null;
        if (waits) {
            unfinished.values().remove(id);
        }
        return waits;
    }

    /** Ends the thread; jobs that have not begun are lost. */
    @Override
    public void close() {
        runner.shutdownNow();
    }

    private void schedule(JobId id, NewJob job, int attempt, Duration delay) {
        if (attempt == 1) {
            waiting.put(id.value(), true);
        }
        var unused = runner.schedule(() -> run(id, job, attempt), delay.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void run(JobId id, NewJob job, int attempt) {
        JobHandler handler = handlers.get(job.kind());
        if (attempt == 1 && waiting.remove(id.value()) == null) {
            finish(id, job);
            return;
        }
        if (handler == null) {
            LOG.error("job {} is lost: start(...) was given no handler for {}", id, job.kind());
            finish(id, job);
            return;
        }
        JobResult result = attempt(handler, run(id, job, attempt, clock.instant()));
        if (result instanceof JobResult.Failed failed) {
            retry(id, job, attempt, failed.reason());
        } else if (result instanceof JobResult.Snoozed snoozed) {
            schedule(id, job, attempt, snoozed.delay());
        } else {
            finish(id, job);
        }
    }

    private static JobRun run(JobId id, NewJob job, int attempt, Instant now) {
        return new JobRun(id, job.kind(), job.version(), job.arguments(), attempt, now, Optional.empty());
    }

    private static JobResult attempt(JobHandler handler, JobRun run) {
        try {
            return handler.run(run);
        } catch (RuntimeException e) {
            LOG.warn("job {} of kind {} failed", run.id(), run.kind(), e);
            return JobResult.fail(e.getClass().getName());
        }
    }

    private void retry(JobId id, NewJob job, int attempt, String reason) {
        if (attempt >= job.options().maxAttempts()) {
            LOG.error("job {} of kind {} is given up after {} attempts: {}", id, job.kind(), attempt, reason);
            finish(id, job);
        } else {
            schedule(id, job, attempt + 1, Backoff.after(attempt));
        }
    }
}
