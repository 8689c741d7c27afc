package io.accounts4j.jobs.node;

import io.accounts4j.jobs.sql.ClaimedJob;
import io.accounts4j.jobs.sql.Database;
import io.accounts4j.jobs.sql.JobOutcome;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Executes the jobs that this node holds. A job keeps its slot from the claim until its outcome is stored and its handler has
 * finished: a handler that ignores its interrupt keeps the slot. Thread-safe.
 */
final class Executor implements AckBatcher.Listener {

    private static final Duration STUCK_AFTER = Duration.ofSeconds(10);
    private static final Duration LONGEST_PREFETCHED = Duration.ofSeconds(1);

    private final Map<String, Handling> handlings;
    private final LocalQueues queues;
    private final JobEventPublisher events;
    private final Execution.Completion completion;
    private final AckBatcher acks;
    private final Runnable capacityFreed;
    private final AtomicInteger unstored = new AtomicInteger();
    private final Timers timers = new Timers();
    private final Set<Execution> held = ConcurrentHashMap.newKeySet();
    private final ExecutorService threads;
    private volatile boolean awaited;

    /** On {@code threads}; calls {@code capacityFreed} when a slot may be free. */
    Executor(Settings settings, ExecutorService threads, Database database, Runnable capacityFreed) {
        this.handlings = settings.handlings();
        this.queues = new LocalQueues(settings.limits());
        this.events = new JobEventPublisher(settings.listener());
        this.threads = threads;
        this.completion = database::complete;
        this.acks = new AckBatcher(database, this);
        this.capacityFreed = capacityFreed;
    }

    AckBatcher acks() {
        return acks;
    }

    LocalQueues.Capacity capacity() {
        return queues.capacity();
    }

    /** Replaces all limits. Executing jobs go on; prefetched jobs of other queues are released. */
    void limit(Map<String, Integer> limits) {
        queues.limit(limits);
        releaseAll(queues.withdraw(execution -> !limits.containsKey(execution.queue())));
    }

    /** Releases prefetched jobs that have waited for more than a second. */
    void releaseIdle() {
        releaseAll(queues.withdraw(execution -> execution.age().compareTo(LONGEST_PREFETCHED) > 0));
    }

    /** Holds {@code job} and executes it in its turn. If no thread is available, throws and does not keep the job. */
    void begin(ClaimedJob job) {
        Execution execution = new Execution(job, completion);
        held.add(execution);
        if (queues.add(execution)) {
            try {
                threads.execute(() -> work(execution.queue()));
            } catch (RuntimeException | Error e) {
                queues.workerEnded(execution.queue());
                queues.withdraw(execution::equals).forEach(this::finished);
                throw e;
            }
        }
    }

    @Override
    public void stored(Collection<Execution> executions) {
        unstored.addAndGet(-executions.size());
        executions.stream().filter(Execution::stored).forEach(this::over);
        capacityFreed.run();
    }

    /** Frees the slots of {@code executions}, as long as few outcomes are set aside. */
    @Override
    public void setAside(Collection<Execution> executions) {
        executions.stream()
                .filter(execution -> execution.setAside(() -> queues.setAside(execution.queue())))
                .forEach(execution -> capacityFreed.run());
    }

    /** Returns whether this executor holds {@code job} under that lease. */
    boolean holds(ClaimedJob job) {
        return held.stream().anyMatch(execution -> execution.holds(job));
    }

    /** The number of handlers that still run although they were interrupted. */
    long stuck() {
        return held.stream().filter(Execution::isStuck).count();
    }

    /** Waits until no job is held, at most {@code longest} or until interrupted. */
    void awaitNone(Duration longest) {
        long end = System.nanoTime() + longest.toNanos();
        awaited = true;
        try {
            synchronized (held) {
                for (long left = longest.toNanos(); !held.isEmpty() && left > 0; left = end - System.nanoTime()) {
                    TimeUnit.NANOSECONDS.timedWait(held, Math.max(left, 1_000_000));
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Interrupts the handler of {@code job}, whose cancellation was requested. */
    void cancel(ClaimedJob job) {
        for (Execution execution : held) {
            if (execution.holds(job) && giveUp(execution)) {
                end(execution, JobOutcome.cancelled(execution.job()), true);
            }
        }
    }

    /** Interrupts all handlers without storing an outcome: the lease is lost. */
    void abandon() {
        for (Execution execution : held) {
            if (giveUp(execution)) {
                events.released(execution);
            }
        }
    }

    /** Interrupts all handlers and releases the jobs that have not ended. */
    void close() {
        held.forEach(this::release);
        threads.shutdown();
        timers.close();
    }

    /** A worker goes on with the next job of its queue: waking a thread for each costs more than a quick job. */
    private void work(String queue) {
        boolean ended = false;
        ThreadState state = ThreadState.now();
        try {
            for (Optional<Execution> next = queues.next(queue); next.isPresent(); next = queues.next(queue)) {
                work(next.get());
                state.restore();
            }
            ended = true;
        } finally {
            if (!ended) {
                queues.workerEnded(queue);
            }
        }
    }

    private void work(Execution execution) {
        if (execution.begin()) {
            attempt(
                    execution,
                    Objects.requireNonNull(handlings.get(execution.job().kind().name())));
            queues.took(execution.queue(), execution.duration());
        }
        finished(execution);
    }

    private void attempt(Execution execution, Handling handling) {
        Timers.Timer timer = handling.limit()
                .map(longest -> timers.in(longest, () -> timeOut(execution, handling)))
                .orElse(() -> {});
        events.started(execution.job());
        JobOutcome outcome = handling.attempt(execution.job(), execution);
        timer.cancel();
        if (execution.end()) {
            end(execution, outcome, handling.acknowledgesImmediately());
        }
    }

    private void timeOut(Execution execution, Handling handling) {
        if (giveUp(execution)) {
            end(execution, handling.timedOut(execution.job(), execution.duration()), false);
        }
    }

    /** Returns whether the caller now sets the outcome. */
    private boolean giveUp(Execution execution) {
        boolean first = execution.isWanted();
        boolean ours = execution.giveUp();
        if (first && execution.hasBegun()) {
            var unused = timers.in(STUCK_AFTER, () -> execution.logIfStuck(STUCK_AFTER));
        }
        return ours;
    }

    private void releaseAll(List<Execution> withdrawn) {
        for (Execution execution : withdrawn) {
            release(execution);
            finished(execution);
        }
    }

    private void release(Execution execution) {
        if (giveUp(execution)) {
            acknowledge(execution, JobOutcome.release(execution.job()), false);
            events.released(execution);
        }
    }

    private void end(Execution execution, JobOutcome outcome, boolean immediately) {
        acknowledge(execution, outcome, immediately);
        if (execution.hasBegun()) {
            events.ended(execution.job(), execution.duration(), outcome);
        }
    }

    /** Immediately if no other outcome can come to wait for. */
    private void acknowledge(Execution execution, JobOutcome outcome, boolean immediately) {
        execution.outcome(outcome);
        boolean last = unstored.incrementAndGet() >= held.size();
        acks.acknowledge(execution, immediately || last);
    }

    private void finished(Execution execution) {
        if (execution.finished()) {
            over(execution);
            capacityFreed.run();
        }
    }

    private void over(Execution execution) {
        if (held.remove(execution)) {
            queues.release(execution.queue(), execution.isAside());
            if (awaited) {
                synchronized (held) {
                    held.notifyAll();
                }
            }
        }
    }
}
