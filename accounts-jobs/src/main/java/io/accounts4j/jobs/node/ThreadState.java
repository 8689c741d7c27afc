package io.accounts4j.jobs.node;

import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/**
 * The state of a thread that a handler may change: name, priority, context class loader, logging context and interrupt. Thread
 * locals of the host are his own to remove.
 */
final class ThreadState {

    private final Thread thread;
    private final String name;
    private final int priority;
    private final @Nullable ClassLoader loader;

    private ThreadState(Thread thread) {
        this.thread = thread;
        this.name = thread.getName();
        this.priority = thread.getPriority();
        this.loader = thread.getContextClassLoader();
    }

    /** The state of the calling thread. */
    static ThreadState now() {
        return new ThreadState(Thread.currentThread());
    }

    /** Gives the calling thread, which must be the same, its state back. */
    @SuppressWarnings("ThreadPriorityCheck") // A priority is put back, not chosen.
    void restore() {
        if (!thread.getName().equals(name)) {
            thread.setName(name);
        }
        if (thread.getPriority() != priority) {
            thread.setPriority(priority);
        }
        thread.setContextClassLoader(loader);
        MDC.clear();
        var unused = Thread.interrupted();
    }
}
