package io.accounts4j.jobs.node;

import io.accounts4j.jobs.sql.ClaimedJob;
import io.accounts4j.jobs.sql.Settlement;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The jobs this node holds. A job has its place from the claim until its outcome is written and its handler is through: one
 * that ignores the interrupt keeps its place. Thread-safe.
 */
final class Executor {

    private static final Duration STUCK_AFTER = Duration.ofSeconds(10);
    private static final Duration LONGEST_AHEAD = Duration.ofSeconds(1);

    private final Settings settings;
    private final Slots slots;
    private final JobEventPublisher telling;
    private final Execution.Completion completion;
    private final Outcomes outcomes;
    private final Runnable roomMade;
    private final AtomicInteger unwritten = new AtomicInteger();
    private final Timers timers = new Timers();
    private final Set<Execution> held = ConcurrentHashMap.newKeySet();
    private final ExecutorService threads;
    private final WakeUp freed = new WakeUp();

    /** With what runs handlers, marks jobs as completed and writes outcomes, and who is told that there is room again. */
    Executor(
            Settings settings,
            ExecutorService threads,
            Execution.Completion completion,
            Outcomes outcomes,
            Runnable roomMade) {
        this.settings = settings;
        this.slots = new Slots(settings.limits());
        this.telling = new JobEventPublisher(settings.listener());
        this.threads = threads;
        this.completion = completion;
        this.outcomes = outcomes;
        this.roomMade = roomMade;
    }

    /** For how many more there is room. */
    Slots.Room room() {
        return slots.room();
    }

    /** From now on these queues and no others, so many jobs at once. What runs goes on, what waits in other queues goes back. */
    void limit(Map<String, Integer> limits) {
        slots.limit(limits);
        giveBack(slots.withdraw(run -> !limits.containsKey(run.queue())));
    }

    /** Gives back what was claimed ahead and has had to wait. */
    void giveBackIdle() {
        giveBack(slots.withdraw(run -> run.age().compareTo(LONGEST_AHEAD) > 0));
    }

    /** Holds {@code job} and works on it when it is its turn; throws and holds it not where no thread can be had for that. */
    void begin(ClaimedJob job) {
        Execution run = new Execution(job, completion);
        held.add(run);
        if (slots.add(run)) {
            try {
                threads.execute(() -> work(run.queue()));
            } catch (RuntimeException | Error e) {
                slots.workerEnded(run.queue());
                slots.withdraw(run::equals).forEach(this::left);
                throw e;
            }
        }
    }

    /** The outcomes of {@code written} are in the database, or are nobody's any more. */
    void written(Collection<Execution> written) {
        unwritten.addAndGet(-written.size());
        written.stream().filter(Execution::written).forEach(this::over);
        roomMade.run();
    }

    /** The outcomes of {@code unwritten} wait for a row: their places in their queues are free, as long as those are few. */
    void setAside(Collection<Execution> unwritten) {
        for (Execution run : unwritten) {
            if (run.setAside(() -> slots.setAside(run.queue()))) {
                roomMade.run();
            }
        }
    }

    /** Whether this node knows that it holds {@code job}. */
    boolean knows(ClaimedJob job) {
        return held.stream().anyMatch(run -> run.holds(job));
    }

    /** How many handlers still run although their result is not wanted any more. */
    long stuck() {
        return held.stream().filter(Execution::isStuck).count();
    }

    /** Waits until there is none, {@code longest} at most, or until interrupted. */
    void awaitNone(Duration longest) {
        long end = System.nanoTime() + longest.toNanos();
        while (!held.isEmpty() && System.nanoTime() - end < 0) {
            if (freed.await(Duration.ofNanos(end - System.nanoTime()))) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    /** Interrupts the work on {@code job}, which is cancelled. */
    void cancel(ClaimedJob job) {
        for (Execution run : held) {
            if (run.holds(job) && giveUp(run)) {
                end(run, new Ending(Settlement.cancelled(run.job()), Optional.empty()), true);
            }
        }
    }

    /** Interrupts all work, whose results are nobody's any more. */
    void abandon() {
        for (Execution run : held) {
            if (giveUp(run)) {
                telling.released(run);
            }
        }
    }

    /** Interrupts all work and gives back what has not ended. */
    void release() {
        held.forEach(this::release);
    }

    void close() {
        threads.shutdown();
        timers.close();
    }

    /** A worker goes on with what waits in its queue: waking a thread for each job costs more than a quick job. */
    private void work(String queue) {
        boolean ended = false;
        ThreadState state = ThreadState.now();
        try {
            for (Optional<Execution> next = slots.next(queue); next.isPresent(); next = slots.next(queue)) {
                work(next.get());
                state.restore();
            }
            ended = true;
        } finally {
            if (!ended) {
                slots.workerEnded(queue);
            }
        }
    }

    private void work(Execution run) {
        if (run.begin()) {
            Handling handling = Objects.requireNonNull(
                    settings.handlings().get(run.job().kind().name()));
            attempt(run, handling, new Attempt(run.job(), handling));
            slots.took(run.queue(), run.duration());
        }
        left(run);
    }

    private void attempt(Execution run, Handling handling, Attempt attempt) {
        Timers.Timer timer = handling.timeout()
                .map(longest -> timers.in(longest, () -> timeOut(run, attempt, longest)))
                .orElse(() -> {});
        telling.started(run.job());
        Ending ending = attempt.make(run);
        timer.cancel();
        if (run.end()) {
            end(run, ending, handling.settledAtOnce());
        }
    }

    private void timeOut(Execution run, Attempt attempt, Duration longest) {
        if (giveUp(run)) {
            end(run, attempt.timedOut(longest), false);
        }
    }

    /** Says whether the caller now says what is written. */
    private boolean giveUp(Execution run) {
        boolean first = run.isWanted();
        boolean ours = run.giveUp();
        if (first && run.hasBegun()) {
            var unused = timers.in(STUCK_AFTER, () -> run.logIfStuck(STUCK_AFTER));
        }
        return ours;
    }

    private void giveBack(List<Execution> runs) {
        for (Execution run : runs) {
            release(run);
            left(run);
        }
    }

    private void release(Execution run) {
        if (giveUp(run)) {
            settle(run, Settlement.release(run.job()), false);
            telling.released(run);
        }
    }

    private void end(Execution run, Ending ending, boolean atOnce) {
        settle(run, ending.settlement(), atOnce);
        if (run.hasBegun()) {
            telling.ended(run.job(), run.duration(), ending);
        }
    }

    /** Where no other outcome is to come, nothing is gained by waiting for one. */
    private void settle(Execution run, Settlement settlement, boolean atOnce) {
        run.owe();
        boolean last = unwritten.incrementAndGet() >= held.size();
        outcomes.add(run, settlement, atOnce || last);
    }

    private void left(Execution run) {
        if (run.left()) {
            over(run);
            roomMade.run();
        }
    }

    private void over(Execution run) {
        if (held.remove(run)) {
            slots.over(run.queue(), run.isAside());
            freed.call();
        }
    }
}
