package io.accounts4j.supervision;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A daemon thread that repeats one step until it is stopped, whatever the step throws: after a failure, which is counted and
 * reported, it pauses as its {@link RestartBackoff} states, shortened by up to a half at random so that nodes do not retry in
 * unison, and goes on. Thread-safe.
 */
public final class SupervisedLoop {

    private static final Logger LOG = LoggerFactory.getLogger(Supervisor.class);

    private final String name;
    private final Step step;
    private final RestartBackoff backoff;
    private final Reporter reporter;
    private final WakeUp wakeUp = new WakeUp();
    private final WakeUp ending = new WakeUp();
    private final AtomicLong restarts = new AtomicLong();
    private final Thread thread;
    private volatile boolean stopping;
    private volatile boolean running;
    private volatile @Nullable String lastFailure;

    private SupervisedLoop(String name, Step step, RestartBackoff backoff, Reporter reporter) {
        this.name = name;
        this.step = step;
        this.backoff = backoff;
        this.reporter = reporter;
        this.thread = new Thread(this::supervise, name);
        this.thread.setDaemon(true);
    }

    /** One round of work. */
    @FunctionalInterface
    public interface Step {

        /** Works once and returns the pause before the next step, which {@link SupervisedLoop#wake} ends early. */
        Duration run() throws Exception;
    }

    /** Logs a failure. */
    @FunctionalInterface
    public interface Reporter {

        /**
         * Called on the thread of the loop; its own exceptions do not end the loop.
         *
         * @param failures the number of failures in a row, the first being 1
         * @param pause the longest wait before the next step
         */
        void report(Throwable failure, int failures, Duration pause);
    }

    /**
     * A loop that has not started yet. A step that succeeds resets the back-off.
     *
     * @param name of the loop and its thread
     */
    public static SupervisedLoop of(String name, Step step, RestartBackoff backoff, Reporter reporter) {
        return new SupervisedLoop(name, step, backoff, reporter);
    }

    /** A loop that runs until interrupted. */
    static SupervisedLoop of(String name, Loop loop, RestartBackoff backoff) {
        Step endless = () -> {
            loop.run();
            throw new ReturnedException();
        };
        return new SupervisedLoop(
                name, endless, backoff, (failure, failures, pause) -> log(name, failure, failures, pause));
    }

    /** Starts the thread. Once. */
    public void start() {
        thread.start();
    }

    /** Begins the next step now. Does not shorten the pause after a failure. */
    public void wake() {
        wakeUp.call();
    }

    /** Returns the state of the loop; a restart is a step after a failure. */
    public LoopStatus status() {
        return new LoopStatus(name, running, restarts.get(), Optional.ofNullable(lastFailure));
    }

    /** Returns whether it ends after the present step. */
    public boolean isStopping() {
        return stopping;
    }

    /** Ends the loop after the present step, which is not interrupted: it may be writing. Returns at once. */
    public void end() {
        stopping = true;
        wakeUp.call();
        ending.call();
    }

    /** Ends the loop after the present step and waits for that, at most {@code longest} or until interrupted. */
    public void stop(Duration longest) {
        end();
        try {
            thread.join(Math.max(1, longest.toMillis()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Interrupts the present step, ends the loop and waits for that; {@code false} if it did not end in time. */
    boolean interrupt(Duration longest) throws InterruptedException {
        stopping = true;
        thread.interrupt();
        thread.join(Math.max(1, longest.toMillis()));
        return !thread.isAlive();
    }

    private void supervise() {
        int failures = 0;
        while (!stopping) {
            long began = System.nanoTime();
            running = true;
            try {
                Duration pause = step.run();
                failures = 0;
                var unused = wakeUp.await(pause);
            } catch (Throwable failure) {
                running = false;
                if (!stopping) {
                    boolean steady =
                            System.nanoTime() - began >= backoff.steady().toNanos();
                    failures = steady ? 1 : failures + 1;
                    recover(failure, failures);
                }
            }
        }
        running = false;
    }

    private void recover(Throwable failure, int failures) {
        lastFailure = failure instanceof ReturnedException
                ? "returned"
                : failure.getClass().getName();
        Duration pause = backoff.after(failures);
        report(failure, failures, pause);
        long nanos = pause.toNanos();
        // An interrupt ends the pause early, and must not reach the next step.
        var unused = ending.await(
                Duration.ofNanos(nanos - ThreadLocalRandom.current().nextLong(nanos / 2 + 1)));
        if (!stopping) {
            restarts.incrementAndGet();
        }
    }

    private void report(Throwable failure, int failures, Duration pause) {
        try {
            reporter.report(failure, failures, pause);
        } catch (Throwable e) {
            LOG.warn("{} failed: cause={}; retrying, the failure cannot be reported", name, lastFailure);
        }
    }

    /** With the stack the first time in a row: a database that is away would fill the log with it. */
    private static void log(String name, Throwable failure, int failures, Duration pause) {
        boolean returned = failure instanceof ReturnedException;
        LOG.warn(
                "{} failed: cause={}; restarting in {} ms at most",
                name,
                returned ? "returned" : failure.getClass().getName(),
                pause.toMillis(),
                failures > 1 || returned ? null : failure);
    }

    /** A loop came back although nobody stopped it. */
    private static final class ReturnedException extends Exception {
        private static final long serialVersionUID = 1L;

        ReturnedException() {
            super("returned", null, false, false);
        }
    }
}
