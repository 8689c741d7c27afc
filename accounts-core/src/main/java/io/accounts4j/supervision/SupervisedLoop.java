package io.accounts4j.supervision;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One loop, the thread it runs on, and the thread after that when the first one is lost. */
final class SupervisedLoop {

    private static final Logger LOG = LoggerFactory.getLogger(Supervisor.class);

    private final String name;
    private final Loop loop;
    private final RestartBackoff backoff;
    private final AtomicLong restarts = new AtomicLong();
    private volatile boolean stopping;
    private volatile boolean running;
    private volatile @Nullable String lastFailure;
    private volatile Thread thread;

    SupervisedLoop(String name, Loop loop, RestartBackoff backoff) {
        this.name = name;
        this.loop = loop;
        this.backoff = backoff;
        this.thread = new Thread(this::supervise, name);
        this.thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    LoopStatus status() {
        return new LoopStatus(name, running, restarts.get(), Optional.ofNullable(lastFailure));
    }

    /** Interrupts the loop and waits for it; {@code false} when it did not end in time. */
    boolean stop(Duration patience) throws InterruptedException {
        stopping = true;
        thread.interrupt();
        thread.join(Math.max(1, patience.toMillis()));
        return !thread.isAlive();
    }

    private void supervise() {
        int crashes = 0;
        while (!stopping) {
            long began = System.nanoTime();
            Throwable failure = runOnce();
            if (stopping) {
                return;
            }
            boolean steady = System.nanoTime() - began >= backoff.steady().toNanos();
            crashes = steady ? 1 : crashes + 1;
            Duration wait = backoff.after(crashes);
            report(failure, wait, crashes == 1);
            pause(wait);
            restarts.incrementAndGet();
        }
    }

    /** Anything thrown is a crash of this loop alone, an {@link Error} too: the thread goes on. */
    @SuppressWarnings("CatchAndPrintStackTrace")
    private @Nullable Throwable runOnce() {
        running = true;
        try {
            loop.run();
            return null;
        } catch (Throwable e) {
            return e;
        } finally {
            running = false;
        }
    }

    /** With the stack the first time in a row: a database that is away would fill the log with it. */
    private void report(@Nullable Throwable failure, Duration wait, boolean first) {
        String reason = failure == null ? "returned" : failure.getClass().getName();
        lastFailure = reason;
        LOG.warn("{} ended ({}) and starts again in {} ms", name, reason, wait.toMillis(), first ? failure : null);
    }

    /** An interrupt ends the pause early: either the loop is stopping, or somebody wants it back at once. */
    private static void pause(Duration wait) {
        LockSupport.parkNanos(wait.toNanos());
        // Or the loop would find itself interrupted as it begins.
        var unused = Thread.interrupted();
    }
}
