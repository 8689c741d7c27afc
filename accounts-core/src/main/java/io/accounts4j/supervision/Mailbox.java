package io.accounts4j.supervision;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Runs tasks one after another in the order they came, on threads of a shared executor, none while there is nothing to do. A
 * task that throws does not keep the next from running.
 */
final class Mailbox {

    private static final int FAIR_RUN = 64;

    private final Executor executor;
    private final Queue<Runnable> tasks = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean scheduled = new AtomicBoolean();

    Mailbox(Executor executor) {
        this.executor = executor;
    }

    void post(Runnable task) {
        tasks.add(task);
        schedule();
    }

    private void schedule() {
        if (!tasks.isEmpty() && scheduled.compareAndSet(false, true)) {
            executor.execute(this::run);
        }
    }

    /** Gives the thread back after a while, so that a busy mailbox does not starve the others. */
    private void run() {
        try {
            for (int i = 0; i < FAIR_RUN; i++) {
                Runnable task = tasks.poll();
                if (task == null) {
                    return;
                }
                task.run();
            }
        } finally {
            scheduled.set(false);
            schedule();
        }
    }
}
