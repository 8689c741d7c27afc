package io.accounts4j.testkit;

import io.accounts4j.job.Backoff;
import io.accounts4j.job.JobHandler;
import io.accounts4j.job.JobId;
import io.accounts4j.job.JobQueue;
import io.accounts4j.job.JobResult;
import io.accounts4j.job.JobRun;
import io.accounts4j.job.JobState;
import io.accounts4j.job.NewJob;
import io.accounts4j.kernel.CanIgnoreReturnValue;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A job queue in the transactions of an {@link InMemoryStore}. No job runs by itself: {@link #drain} runs the jobs that are due
 * by the given clock, on the thread of the test. Thread-safe.
 */
public final class InMemoryJobs implements JobQueue {

    private static final Logger LOG = LoggerFactory.getLogger(InMemoryJobs.class);

    private final Database database;
    private final Clock clock;

    /** An empty queue in the transactions of {@code store}. */
    public InMemoryJobs(InMemoryStore store, Clock clock) {
        this.database = store.database();
        this.clock = clock;
    }

    @Override
    public JobId enqueue(NewJob job) {
        return database.run(transaction -> {
            Optional<JobId> holder = job.unique().flatMap(key -> holder(transaction, job.kind(), key));
            if (holder.isPresent()) {
                return holder.get();
            }
            JobId id = new JobId(database.ids.incrementAndGet());
            InMemoryJob queued = InMemoryJob.queued(id, job, clock.instant());
            database.jobs.put(transaction, id.value(), queued);
            return id;
        });
    }

    /** Locks the key, then returns the unfinished job with that key. */
    private Optional<JobId> holder(Transaction transaction, String kind, String key) {
        database.lock(transaction, List.of(kind, key));
        return database.jobs
                .rows(transaction)
                .filter(held -> held.state().isWaiting() || held.state() == JobState.EXECUTING)
                .filter(held ->
                        held.job().kind().equals(kind) && held.job().unique().equals(Optional.of(key)))
                .map(InMemoryJob::id)
                .findFirst();
    }

    @Override
    public boolean cancel(JobId id) {
        return database.run(transaction -> {
            database.lock(transaction, id);
            Optional<InMemoryJob> waiting = database.jobs
                    .get(transaction, id.value())
                    .filter(job -> job.state().isWaiting());
            waiting.ifPresent(
                    job -> database.jobs.put(transaction, id.value(), job.ended(JobState.CANCELLED, clock.instant())));
            return waiting.isPresent();
        });
    }

    /** Returns all jobs, finished ones too, in the order of enqueueing. */
    public List<InMemoryJob> all() {
        return database.run(transaction -> database.jobs
                .rows(transaction)
                .sorted(Comparator.comparingLong(job -> job.id().value()))
                .toList());
    }

    /** Returns the waiting jobs, due or not, in the order of enqueueing. */
    public List<NewJob> waiting() {
        return all().stream()
                .filter(job -> job.state().isWaiting())
                .map(InMemoryJob::job)
                .toList();
    }

    /** Returns the {@link #waiting} jobs of {@code kind} that have at least these arguments. */
    public List<NewJob> waiting(String kind, Map<String, String> arguments) {
        return waiting().stream()
                .filter(job ->
                        job.kind().equals(kind) && job.arguments().entrySet().containsAll(arguments.entrySet()))
                .toList();
    }

    /**
     * Asserts that a job of {@code kind} with at least these arguments waits, and returns the first such job. The {@link
     * AssertionError} lists the waiting jobs.
     */
    @CanIgnoreReturnValue
    public NewJob assertEnqueued(String kind, Map<String, String> arguments) {
        return waiting(kind, arguments).stream()
                .findFirst()
                .orElseThrow(() -> new AssertionError(
                        "expected a job of kind " + kind + " with " + arguments + ", but there is " + waiting()));
    }

    /** Asserts that no job of {@code kind} with at least these arguments waits. The {@link AssertionError} lists those that do. */
    public void refuteEnqueued(String kind, Map<String, String> arguments) {
        List<NewJob> found = waiting(kind, arguments);
        if (!found.isEmpty()) {
            throw new AssertionError(
                    "expected no job of kind " + kind + " with " + arguments + ", but there is " + found);
        }
    }

    /** Removes every job. */
    public void clear() {
        database.run(transaction -> {
            all().forEach(job -> database.jobs.remove(transaction, job.id().value()));
            return transaction;
        });
    }

    /**
     * Runs each due job once, including jobs enqueued by handlers, and returns the jobs that ran. A handler that throws fails its
     * attempt, and the clock decides when the job is due again. {@link IllegalStateException} inside a transaction and if a due
     * job has no handler.
     */
    @CanIgnoreReturnValue
    public List<InMemoryJob> drain(Collection<JobHandler> handlers) {
        if (database.open() != null) {
            throw new IllegalStateException("drain jobs after the transaction; they do not exist before its commit");
        }
        Set<JobId> ran = new HashSet<>();
        List<InMemoryJob> results = new ArrayList<>();
        for (Optional<InMemoryJob> due = nextDue(ran); due.isPresent(); due = nextDue(ran)) {
            ran.add(due.get().id());
            results.add(run(due.get(), handlers));
        }
        return results;
    }

    private Optional<InMemoryJob> nextDue(Set<JobId> ran) {
        return all().stream()
                .filter(job ->
                        job.state().isWaiting() && !job.dueAt().isAfter(clock.instant()) && !ran.contains(job.id()))
                .min(Comparator.comparingInt(
                                (InMemoryJob job) -> job.job().options().priority())
                        .thenComparing(InMemoryJob::dueAt)
                        .thenComparingLong(job -> job.id().value()));
    }

    private InMemoryJob run(InMemoryJob due, Collection<JobHandler> handlers) {
        NewJob job = due.job();
        JobHandler handler = handlers.stream()
                .filter(known -> known.kind().equals(job.kind()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("drain(...) was given no handler for " + job.kind()));
        InMemoryJob begun = due.begun(clock.instant());
        store(begun);
        JobRun attempt = new JobRun(
                due.id(), job.kind(), job.version(), job.arguments(), begun.attempts(), due.dueAt(), Optional.empty());
        JobResult result = attempt(handler, attempt);
        return database.run(transaction -> {
            InMemoryJob held = database.jobs.get(transaction, due.id().value()).orElse(begun);
            InMemoryJob after = after(held, result);
            database.jobs.put(transaction, due.id().value(), after);
            return after;
        });
    }

    private void store(InMemoryJob changed) {
        database.run(transaction -> {
            database.jobs.put(transaction, changed.id().value(), changed);
            return changed;
        });
    }

    private static JobResult attempt(JobHandler handler, JobRun run) {
        try {
            return handler.run(run);
        } catch (RuntimeException e) {
            LOG.warn("job {} of kind {} failed", run.id(), run.kind(), e);
            return JobResult.fail(e.getClass().getName());
        }
    }

    private InMemoryJob after(InMemoryJob held, JobResult result) {
        Instant now = clock.instant();
        if (result instanceof JobResult.Completed) {
            return held.ended(JobState.COMPLETED, now);
        }
        if (result instanceof JobResult.Cancelled cancelled) {
            return held.failed(cancelled.reason(), now).ended(JobState.CANCELLED, now);
        }
        if (held.past().cancelRequested()) {
            return held.ended(JobState.CANCELLED, now);
        }
        if (result instanceof JobResult.Snoozed snoozed) {
            return held.snoozedUntil(now.plus(snoozed.delay()));
        }
        InMemoryJob failed = held.failed(((JobResult.Failed) result).reason(), now);
        return held.attempts() < held.job().options().maxAttempts()
                ? failed.retriedAt(now.plus(Backoff.after(held.attempts())))
                : failed.ended(JobState.DISCARDED, now);
    }

    Database database() {
        return database;
    }

    Clock clock() {
        return clock;
    }
}
