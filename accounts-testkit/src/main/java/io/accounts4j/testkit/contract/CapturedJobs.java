package io.accounts4j.testkit.contract;

import io.accounts4j.job.JobHandler;
import io.accounts4j.job.JobId;
import io.accounts4j.job.JobQueue;
import io.accounts4j.job.JobResult;
import io.accounts4j.job.JobRun;
import io.accounts4j.job.NewJob;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** The queue of a {@link StoreAndQueue}, which records committed jobs, so that a test runs them without an engine. */
final class CapturedJobs implements JobQueue {

    private final StoreAndQueue wiring;
    private final List<Captured> committed = new CopyOnWriteArrayList<>();

    CapturedJobs(StoreAndQueue wiring) {
        this.wiring = wiring;
    }

    /** Keeps unique keys itself, because the queue behind may run or lose what it gets: see {@code JobQueueContract}. */
    @Override
    public synchronized JobId enqueue(NewJob job) {
        Optional<Captured> same = unfinished(job);
        if (same.isPresent()) {
            return same.get().id();
        }
        JobId id = wiring.jobs().enqueue(new NewJob(job.kind(), job.version(), job.arguments(), job.options()));
        wiring.store().transactions().afterCommit(() -> remember(new Captured(id, job)));
        return id;
    }

    private synchronized void remember(Captured captured) {
        if (unfinished(captured.job).isEmpty()) {
            committed.add(captured);
        }
    }

    private Optional<Captured> unfinished(NewJob job) {
        return committed.stream()
                .filter(known -> job.unique().isPresent()
                        && known.job.unique().equals(job.unique())
                        && known.job.kind().equals(job.kind()))
                .findFirst();
    }

    @Override
    public boolean cancel(JobId id) {
        boolean cancelled = wiring.jobs().cancel(id);
        if (cancelled) {
            wiring.store().transactions().afterCommit(() -> committed.removeIf(known -> known.id.equals(id)));
        }
        return cancelled;
    }

    /** Returns the committed jobs that have not run yet. */
    List<NewJob> waiting() {
        return committed.stream().map(Captured::job).toList();
    }

    /** Runs every job committed so far. */
    void drain(Collection<JobHandler> handlers) {
        List<Captured> due = new ArrayList<>(committed);
        committed.removeAll(due);
        for (Captured captured : due) {
            NewJob job = captured.job;
            JobHandler handler = handlers.stream()
                    .filter(known -> known.kind().equals(job.kind()))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("no handler for " + job.kind()));
            JobResult result = handler.run(run(captured));
            if (!(result instanceof JobResult.Completed)) {
                throw new AssertionError(job.kind() + " came to " + result);
            }
        }
    }

    private static JobRun run(Captured captured) {
        NewJob job = captured.job;
        return new JobRun(captured.id, job.kind(), job.version(), job.arguments(), 1, Instant.now(), Optional.empty());
    }

    private record Captured(JobId id, NewJob job) {}
}
