package io.accounts4j.jobs.node;

import io.accounts4j.jobs.sql.ClaimedJob;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A job this node holds, from the claim until its outcome is written and its thread is through. Whoever ends the work first,
 * its handler or somebody who gives it up, says what is written.
 */
final class Execution implements Claim {

    private static final Logger LOG = LoggerFactory.getLogger(Execution.class);

    private final ClaimedJob job;
    private final Completion completion;
    private @Nullable Thread worker;
    private final long claimed = System.nanoTime();
    private long began;
    private boolean wanted = true;
    private boolean ended;
    private boolean completing;
    private boolean working = true;
    private boolean unwritten;
    private boolean aside;

    /** Marks a job as completed on a connection; {@code false} where that has no right to. */
    interface Completion {
        boolean on(Connection connection, ClaimedJob job) throws SQLException;
    }

    Execution(ClaimedJob job, Completion completion) {
        this.job = job;
        this.completion = completion;
    }

    ClaimedJob job() {
        return job;
    }

    String queue() {
        return job.queue();
    }

    /** Whether it is that claim. */
    boolean holds(ClaimedJob claimed) {
        return job.id() == claimed.id() && job.lease() == claimed.lease();
    }

    /** How long this node has held it. */
    Duration age() {
        return Duration.ofNanos(System.nanoTime() - claimed);
    }

    @Override
    public synchronized boolean isWanted() {
        return wanted;
    }

    @Override
    public boolean completeIn(Connection connection) throws SQLException {
        synchronized (this) {
            if (!wanted) {
                return false;
            }
            completing = true;
        }
        return completion.on(connection, job);
    }

    /** Whether its handler still runs although it was given up. */
    synchronized boolean isStuck() {
        return working && !wanted;
    }

    /** Logs that its handler ignores the interrupt of so long ago. */
    void logIfStuck(Duration since) {
        if (isStuck()) {
            LOG.warn(
                    "handler ignores its interrupt: job={} kind={} queue={} interrupted={}; it keeps its place in the queue",
                    job.id(),
                    job.kind().name(),
                    queue(),
                    since);
        }
    }

    /** Whether its handler may have completed it by itself. */
    synchronized boolean isCompleting() {
        return completing;
    }

    /** Says that the calling thread works on it; {@code false} where it has been given up meanwhile. */
    synchronized boolean begin() {
        if (wanted) {
            worker = Thread.currentThread();
            began = System.nanoTime();
        }
        return wanted;
    }

    /** Whether its handler was ever called. */
    synchronized boolean hasBegun() {
        return began != 0;
    }

    /** How long it has been worked on. */
    synchronized Duration duration() {
        return Duration.ofNanos(System.nanoTime() - began);
    }

    /** Says that the handler is through; {@code false} where its answer comes too late. */
    synchronized boolean end() {
        worker = null;
        // An interrupt meant for the work must not reach what this thread does next.
        var unused = Thread.interrupted();
        boolean first = !ended;
        ended = true;
        return first;
    }

    /**
     * Wants its result no more and interrupts the work.
     *
     * @return whether the caller now says what is written: not where the handler is through, nor while a transaction of its
     *     own may hold the row, for which one would have to wait
     */
    synchronized boolean giveUp() {
        if (!wanted || ended) {
            return false;
        }
        wanted = false;
        if (worker != null) {
            worker.interrupt();
        }
        ended = !completing;
        return ended;
    }

    /** Its outcome is to be written. */
    synchronized void owe() {
        unwritten = true;
    }

    /** Its outcome is set aside; its place is freed by {@code free}, once, where its thread is through. */
    synchronized boolean setAside(BooleanSupplier free) {
        if (!working && unwritten && !aside) {
            aside = free.getAsBoolean();
            return aside;
        }
        return false;
    }

    /** Whether its place has been freed before it was over. */
    synchronized boolean isAside() {
        return aside;
    }

    /** Its outcome is written; says whether it is over thereby. */
    synchronized boolean written() {
        unwritten = false;
        return !working;
    }

    /** Its thread is through with it; says whether it is over thereby. */
    synchronized boolean left() {
        working = false;
        return !unwritten;
    }
}
