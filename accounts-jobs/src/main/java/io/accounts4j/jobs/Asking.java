package io.accounts4j.jobs;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Asks one question on a thread of its own and waits for the answer no longer than three seconds. Whoever asks meanwhile
 * waits for the same answer, so that an outage does not pile up threads. Thread-safe.
 */
final class Asking<T> {

    static final Duration PATIENCE = Duration.ofSeconds(3);

    private final Callable<T> question;
    private final ThreadPoolExecutor thread;
    private @Nullable Future<T> asked;

    Asking(String name, Callable<T> question) {
        this.question = question;
        this.thread = new ThreadPoolExecutor(1, 1, 10, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), task -> {
            Thread daemon = new Thread(task, name);
            daemon.setDaemon(true);
            return daemon;
        });
        thread.allowCoreThreadTimeOut(true);
    }

    /** The answer; {@link TimeoutException} where it takes longer. */
    T ask() throws InterruptedException, ExecutionException, TimeoutException {
        return question().get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    }

    private synchronized Future<T> question() {
        Future<T> present = asked;
        if (present == null || present.isDone()) {
            present = thread.submit(question);
            asked = present;
        }
        return present;
    }
}
