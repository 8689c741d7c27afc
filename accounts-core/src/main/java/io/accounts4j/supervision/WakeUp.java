package io.accounts4j.supervision;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Lets one thread sleep until there is something to do. A call that comes while it is awake is not lost. */
final class WakeUp {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition called = lock.newCondition();
    private boolean pending;

    /** Ends the sleep, or the next one. */
    void call() {
        lock.lock();
        try {
            pending = true;
            called.signal();
        } finally {
            lock.unlock();
        }
    }

    /** Sleeps until called, {@code longest} at most; an interrupt ends it too, and says whether one did. */
    boolean await(Duration longest) {
        lock.lock();
        try {
            long left = longest.toNanos();
            while (!pending && left > 0) {
                left = called.awaitNanos(left);
            }
            return false;
        } catch (InterruptedException e) {
            return true;
        } finally {
            pending = false;
            lock.unlock();
        }
    }
}
