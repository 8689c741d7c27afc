package io.accounts4j.jobs.node;

import io.accounts4j.supervision.LoopStatus;
import io.accounts4j.supervision.Supervisor;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * A supervised thread that repeats one step until it is stopped, whatever the step throws: after trouble, which is counted and
 * logged, it pauses, from 100 ms up to 5 s as trouble lasts, and goes on. Unlike a supervisor it does not interrupt the step it
 * stops after: that may be writing.
 */
public final class StepLoop {

    private static final long FIRST_PAUSE_MILLIS = 100;
    private static final long LONGEST_PAUSE_MILLIS = 5_000;

    private final Step step;
    private final OccasionalLog log;
    private final String name;
    private final Supervisor supervisor = new Supervisor();
    private final CountDownLatch ended = new CountDownLatch(1);
    private final WakeUp wakeUp = new WakeUp();
    private final WakeUp ending = new WakeUp();
    private final AtomicLong restarts = new AtomicLong();
    private volatile boolean stopping;
    private volatile boolean running;
    private volatile @Nullable String lastFailure;

    /** What is repeated. */
    public interface Step {

        /** Does it once and says how long to sleep until the next time, unless called earlier. */
        Duration run() throws Exception;
    }

    /** Not yet running; the thread will have that name. */
    public StepLoop(String name, Step step) {
        this.step = step;
        this.log = new OccasionalLog(name);
        this.name = name;
    }

    /** Starts the thread. */
    public void start() {
        supervisor.start(name, this::repeat);
    }

    /** Has the next step begin now. Cuts no pause after trouble short. */
    public void wake() {
        wakeUp.call();
    }

    /** How it is doing; a restart is a step after trouble. */
    public LoopStatus status() {
        // Where not even a report could be made, the supervisor began it anew.
        long begunAnew =
                supervisor.status().stream().mapToLong(LoopStatus::restarts).sum();
        return new LoopStatus(name, running, restarts.get() + begunAnew, Optional.ofNullable(lastFailure));
    }

    /** Whether it ends after the step it is in. */
    public boolean isStopping() {
        return stopping;
    }

    /** Has it end after the step it is in. */
    public void end() {
        stopping = true;
        wakeUp.call();
        ending.call();
    }

    /** Ends it likewise and waits for that, {@code longest} at most. */
    public void stop(Duration longest) {
        end();
        try {
            var unused = ended.await(longest.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void repeat() {
        int failures = 0;
        while (!stopping) {
            running = true;
            try {
                Duration pause = step.run();
                failures = 0;
                // An interrupt is none of ours: whoever stops this says so.
                var unused = wakeUp.await(pause);
            } catch (Throwable trouble) {
                running = false;
                lastFailure = trouble.getClass().getName();
                log.report(trouble);
                var unused = ending.await(pauseAfter(failures++));
                if (!stopping) {
                    restarts.incrementAndGet();
                }
            }
        }
        running = false;
        ended.countDown();
        // From within, where it waits for nobody.
        supervisor.close();
    }

    private static Duration pauseAfter(int failures) {
        long pause = Math.min(FIRST_PAUSE_MILLIS << Math.min(failures, 10), LONGEST_PAUSE_MILLIS);
        return Duration.ofMillis(pause / 2 + ThreadLocalRandom.current().nextLong(pause / 2 + 1));
    }
}
