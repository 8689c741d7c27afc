package io.accounts4j.health;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A health check of a part that may not answer, with a limit to the time it takes. The part is asked on a daemon thread,
 * because neither a pool's wait nor a socket's can be cut short from outside; the thread ends by itself. Callers at the same
 * time share one question, so that an outage does not pile up threads. Thread-safe.
 */
public final class TimedCheck {

    private static final int IDLE_SECONDS = 10;

    private final Duration patience;
    private final Health late;
    private final Supplier<Health> question;
    private final ThreadPoolExecutor thread;
    private @Nullable Asked asked;

    /**
     * A check that asks {@code question}.
     *
     * @param thread the name of the thread
     * @param patience the time from the question to the answer, more than 0; who asks while a late question still waits gets
     *     {@code late} at once
     * @param late the answer after that time
     * @param question the question, in the caller's words where the part is broken; an exception is a failure without words
     */
    public TimedCheck(String thread, Duration patience, Health late, Supplier<Health> question) {
        this.patience = patience;
        this.late = late;
        this.question = question;
        this.thread =
                new ThreadPoolExecutor(1, 1, IDLE_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), task -> {
                    Thread daemon = new Thread(task, thread);
                    daemon.setDaemon(true);
                    return daemon;
                });
        this.thread.allowCoreThreadTimeOut(true);
    }

    /** A question that was asked at a time of {@link System#nanoTime}. */
    private record Asked(Future<Health> answer, long at) {}

    /** Returns the answer, or the late one. Never throws; an interrupt is a failure and stays set. */
    public Health check() {
        Asked present = ask();
        long left = patience.toNanos() - (System.nanoTime() - present.at());
        try {
            return present.answer().get(Math.max(0, left), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            return late;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Health.fail("interrupted while waiting for an answer");
        } catch (ExecutionException e) {
            return Health.fail("the check failed");
        }
    }

    private synchronized Asked ask() {
        Asked present = asked;
        if (present == null || present.answer().isDone()) {
            present = new Asked(thread.submit(question::get), System.nanoTime());
            asked = present;
        }
        return present;
    }
}
