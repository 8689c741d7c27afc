package io.accounts4j.jobs.node;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Threads for handlers: virtual from JDK 24 on, where they hold no carrier while they wait inside {@code synchronized};
 * pooled daemon threads before. How many run at once is bounded by the limits of the queues.
 */
final class HandlerThreads {

    private static final int VIRTUAL_SINCE = 24;

    private HandlerThreads() {}

    static ExecutorService create() {
        return Runtime.version().feature() >= VIRTUAL_SINCE ? virtual() : pooled();
    }

    /** The method is not in Java 17, which we compile for. */
    private static ExecutorService virtual() {
        try {
            return (ExecutorService) MethodHandles.publicLookup()
                    .findStatic(
                            Executors.class,
                            "newVirtualThreadPerTaskExecutor",
                            MethodType.methodType(ExecutorService.class))
                    .invokeExact();
        } catch (Throwable e) {
            throw new IllegalStateException("virtual threads are not available on this JDK", e);
        }
    }

    private static ExecutorService pooled() {
        AtomicLong count = new AtomicLong();
        ThreadFactory daemons = task -> {
            Thread thread = new Thread(task, "accounts-job-" + count.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
        return Executors.newCachedThreadPool(daemons);
    }
}
