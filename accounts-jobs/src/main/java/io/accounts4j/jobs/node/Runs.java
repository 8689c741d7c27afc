package io.accounts4j.jobs.node;

import io.accounts4j.jobs.sql.ClaimedJob;
import io.accounts4j.jobs.sql.Settlement;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.function.BiConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The jobs this node holds. A job has its place from the claim until its outcome is written and its handler is through: one
 * that ignores the interrupt keeps its place. Thread-safe.
 */
final class Runs {

    private static final Logger LOG = LoggerFactory.getLogger(Runs.class);
    private static final Duration STUCK_AFTER = Duration.ofSeconds(10);

    private final Settings settings;
    private final Slots slots;
    private final Telling telling;
    private final Run.Completion completion;
    private final BiConsumer<Run, Settlement> outcomes;
    private final Runnable roomMade;
    private final Timers timers = new Timers();
    private final Set<Run> held = ConcurrentHashMap.newKeySet();
    private final ExecutorService threads;
    private final WakeUp freed = new WakeUp();

    /** With what runs handlers, what marks jobs as completed, and where outcomes go that are to be written; told when there is room again. */
    Runs(
            Settings settings,
            ExecutorService threads,
            Run.Completion completion,
            BiConsumer<Run, Settlement> outcomes,
            Runnable roomMade) {
        this.settings = settings;
        this.slots = new Slots(settings.limits());
        this.telling = new Telling(settings.listener());
        this.threads = threads;
        this.completion = completion;
        this.outcomes = outcomes;
        this.roomMade = roomMade;
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
        Run run = new Run(job, completion);
        slots.take(job.queue());
        held.add(run);
        try {
            threads.execute(() -> work(run));
        } catch (RuntimeException | Error e) {
            over(run);
            throw e;
        }
    }

    /** The outcomes of {@code written} are in the database, or are nobody's any more. */
    void written(Collection<Run> written) {
        written.stream().filter(Run::written).forEach(this::over);
    }

    /** Whether this node knows that it holds {@code job}. */
    boolean knows(ClaimedJob job) {
        return held.stream()
                .anyMatch(run -> run.job().id() == job.id() && run.job().lease() == job.lease());
    }

    /** How many handlers still run although their result is not wanted any more. */
    long stuck() {
        return held.stream().filter(Run::isStuck).count();
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

    /** Interrupts all work, whose results are nobody's any more. */
    void abandon() {
        for (Run run : held) {
            if (giveUp(run)) {
                telling.released(run);
            }
        }
    }

    /** Interrupts all work and gives back what has not ended. */
    void release() {
        for (Run run : held) {
            if (giveUp(run)) {
                settle(run, Settlement.release(run.job()));
                telling.released(run);
            }
        }
    }

    void close() {
        threads.shutdown();
        timers.close();
    }

    private void work(Run run) {
        if (run.begin()) {
            Handling handling = Objects.requireNonNull(
                    settings.handlings().get(run.job().kind().name()));
            attempt(run, handling, new Attempt(run.job(), handling));
        }
        if (run.left()) {
            over(run);
        }
    }

    private void attempt(Run run, Handling handling, Attempt attempt) {
        Timers.Timer timer = handling.timeout()
                .map(longest -> timers.in(longest, () -> timeOut(run, attempt, longest)))
                .orElse(() -> {});
        telling.started(run.job());
        Ending ending = attempt.make(run);
        timer.cancel();
        if (run.end()) {
            end(run, ending);
        }
    }

    private void timeOut(Run run, Attempt attempt, Duration longest) {
        if (giveUp(run)) {
            end(run, attempt.timedOut(longest));
        }
    }

    /** Says whether the caller now says what is written. */
    private boolean giveUp(Run run) {
        boolean ours = run.giveUp();
        var unused = timers.in(STUCK_AFTER, () -> complain(run));
        return ours;
    }

    private void complain(Run run) {
        if (run.isStuck()) {
            LOG.warn(
                    "job {} of kind {} ignores that it was interrupted {} ago, and keeps its place in queue {}",
                    run.job().id(),
                    run.job().kind().name(),
                    STUCK_AFTER,
                    run.job().queue());
        }
    }

    private void end(Run run, Ending ending) {
        settle(run, ending.settlement());
        telling.ended(run, ending);
    }

    private void settle(Run run, Settlement settlement) {
        run.owe();
        outcomes.accept(run, settlement);
    }

    private void over(Run run) {
        if (held.remove(run)) {
            slots.giveBack(run.job().queue());
            freed.call();
            roomMade.run();
        }
    }
}
