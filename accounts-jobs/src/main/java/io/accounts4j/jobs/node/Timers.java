package io.accounts4j.jobs.node;

import java.time.Duration;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Does things later, on one thread that is started when first needed. Thread-safe. */
final class Timers {

    private final ScheduledThreadPoolExecutor executor = new ScheduledThreadPoolExecutor(1, task -> {
        Thread thread = new Thread(task, "accounts-jobs-timer");
        thread.setDaemon(true);
        return thread;
    });

    Timers() {
        executor.setRemoveOnCancelPolicy(true);
        // What is asked for after the end is not done.
        executor.setRejectedExecutionHandler(new ThreadPoolExecutor.DiscardPolicy());
    }

    /** Has {@code task} done after {@code delay}, unless cancelled. */
    Timer in(Duration delay, Runnable task) {
        var scheduled = executor.schedule(task, TimeUnit.NANOSECONDS.convert(delay), TimeUnit.NANOSECONDS);
        return () -> scheduled.cancel(false);
    }

    /** Does nothing more. */
    void close() {
        var unused = executor.shutdownNow();
    }

    /** Something that will be done. */
    interface Timer {

        /** It is not done any more. */
        void cancel();
    }
}
