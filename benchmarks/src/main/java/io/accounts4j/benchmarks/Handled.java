package io.accounts4j.benchmarks;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;

/** The work of every job, in every contestant: it counts the job and passes its number to the listener. */
final class Handled {

    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final long PAUSE_MILLIS = 5;
    private static volatile IntConsumer listener = n -> {};

    private Handled() {}

    /** Job {@code n} is run. */
    static void one(int n) {
        COUNT.incrementAndGet();
        listener.accept(n);
    }

    static void tell(IntConsumer told) {
        listener = told;
    }

    static void reset() {
        COUNT.set(0);
    }

    /** Waits until {@code count} jobs have begun. */
    static void await(int count) {
        while (COUNT.get() < count) {
            Pause.millis(PAUSE_MILLIS);
        }
    }

    /** Waits until {@code count} jobs were run and {@code system} has written so. */
    static void await(int count, JobSystem system) {
        await(count);
        while (!system.isDone()) {
            Pause.millis(PAUSE_MILLIS);
        }
    }
}
