package io.accounts4j.jobs.node;

import io.accounts4j.jobs.sql.ClaimedJob;
import io.accounts4j.jobs.sql.Settlement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.function.BiConsumer;

/**
 * The jobs this node holds. A job has its place from the claim until its outcome is written, or, where the node gave it
 * up, until its handler is through. Thread-safe.
 */
final class Runs {

    private final Settings settings;
    private final Slots slots;
    private final BiConsumer<Run, Settlement> outcomes;
    private final Set<Run> held = ConcurrentHashMap.newKeySet();
    private final ExecutorService threads;
    private final WakeUp freed = new WakeUp();

    /** With what runs handlers and where outcomes go that are to be written. */
    Runs(Settings settings, ExecutorService threads, BiConsumer<Run, Settlement> outcomes) {
        this.threads = threads;
        this.settings = settings;
        this.slots = new Slots(settings.limits());
        this.outcomes = outcomes;
    }

    /** Queues with room for more, and how much. */
    Map<String, Integer> room() {
        return slots.free();
    }

    /** From now on these queues and no others, so many jobs at once. What runs goes on. */
    void limit(Map<String, Integer> limits) {
        slots.limit(limits);
    }

    /** Starts to work on {@code job}; does not hold it where no thread can be had for it, and throws. */
    void begin(ClaimedJob job) {
        Run run = new Run(job);
        slots.take(job.queue());
        held.add(run);
        try {
            threads.execute(() -> work(run));
        } catch (RuntimeException | Error e) {
            settled(run);
            throw e;
        }
    }

    /** The outcome of {@code run} is written. */
    void settled(Run run) {
        if (held.remove(run)) {
            slots.giveBack(run.job().queue());
            freed.call();
        }
    }

    /** Whether this node knows that it holds {@code job}. */
    boolean knows(ClaimedJob job) {
        return held.stream()
                .anyMatch(run -> run.job().id() == job.id() && run.job().lease() == job.lease());
    }

    /** Waits until there is none, {@code longest} at most. */
    void awaitNone(Duration longest) {
        long end = System.nanoTime() + longest.toNanos();
        while (!held.isEmpty()
                && System.nanoTime() - end < 0
                && !Thread.currentThread().isInterrupted()) {
            freed.await(Duration.ofNanos(end - System.nanoTime()));
        }
    }

    /** Interrupts all work and says whose outcome will not come. */
    List<Run> giveUp() {
        return held.stream().filter(Run::giveUp).toList();
    }

    void close() {
        threads.shutdown();
    }

    private void work(Run run) {
        if (run.begin()) {
            Handling handling = Objects.requireNonNull(
                    settings.handlings().get(run.job().kind().name()));
            Settlement outcome = new Attempt(run.job(), handling, run).make();
            if (run.end()) {
                outcomes.accept(run, outcome);
                return;
            }
        }
        settled(run);
    }
}
