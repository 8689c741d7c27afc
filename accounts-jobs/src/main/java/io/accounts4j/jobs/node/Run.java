package io.accounts4j.jobs.node;

import io.accounts4j.jobs.sql.ClaimedJob;
import org.jspecify.annotations.Nullable;

/** A job this node holds, and the thread that works on it. */
final class Run implements Hold {

    private final ClaimedJob job;
    private @Nullable Thread worker;
    private boolean givenUp;
    private boolean ended;

    Run(ClaimedJob job) {
        this.job = job;
    }

    ClaimedJob job() {
        return job;
    }

    @Override
    public synchronized boolean isWanted() {
        return !givenUp;
    }

    /** Says that the calling thread works on it; {@code false} where it has been given up meanwhile. */
    synchronized boolean begin() {
        if (!givenUp) {
            worker = Thread.currentThread();
        }
        return !givenUp;
    }

    /** Says that the work is over; {@code false} where it was given up before, so that its outcome is nobody's. */
    synchronized boolean end() {
        worker = null;
        ended = true;
        // An interrupt meant for the work must not reach what this thread does next.
        var unused = Thread.interrupted();
        return !givenUp;
    }

    /** Gives it up and interrupts the work; {@code false} where it was over or given up already. */
    synchronized boolean giveUp() {
        if (givenUp || ended) {
            return false;
        }
        givenUp = true;
        if (worker != null) {
            worker.interrupt();
        }
        return true;
    }
}
