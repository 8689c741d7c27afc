package io.accounts4j.jobs.node;

import io.accounts4j.jobs.sql.ClaimedJob;
import io.accounts4j.jobs.sql.JobOutcome;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A job that this node holds, from the claim until its outcome is stored and its handler has finished. The first to end it, its
 * handler or a caller that gives it up, sets the outcome. Thread-safe.
 */
final class Execution implements Claim {

    private static final Logger LOG = LoggerFactory.getLogger(Execution.class);

    private final ClaimedJob job;
    private final Completion completion;
    private @Nullable Thread thread;
    private final long claimed = System.nanoTime();
    private long began;
    private boolean wanted = true;
    private boolean ended;
    private boolean completing;
    private boolean working = true;
    private @Nullable JobOutcome outcome;
    private long outcomeSince;
    private boolean unstored;
    private boolean aside;

    /** Marks a job as completed on a connection; {@code false} if the claim no longer holds it. */
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

    /** Returns whether {@code other} is the same claim of the same job. */
    boolean holds(ClaimedJob other) {
        return job.id() == other.id() && job.lease() == other.lease();
    }

    /** The time since the claim. */
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

    /** Returns whether the handler may have completed the job in its own transaction. */
    synchronized boolean isCompleting() {
        return completing;
    }

    /** Returns whether its handler still runs although it was given up. */
    synchronized boolean isStuck() {
        return working && !wanted;
    }

    /** Logs that its handler ignores an interrupt, {@code since} which it was interrupted. */
    void logIfStuck(Duration since) {
        if (isStuck()) {
            LOG.warn(
                    "handler ignores its interrupt: job={} kind={} queue={} interrupted={}; it keeps its slot in the queue",
                    job.id(),
                    job.kind().name(),
                    queue(),
                    since);
        }
    }

    /** Starts the work on the calling thread; {@code false} if it was given up. */
    synchronized boolean begin() {
        if (wanted) {
            thread = Thread.currentThread();
            began = System.nanoTime();
        }
        return wanted;
    }

    /** Returns whether its handler was ever called. */
    synchronized boolean hasBegun() {
        return began != 0;
    }

    /** The time since {@link #begin}. */
    synchronized Duration duration() {
        return Duration.ofNanos(System.nanoTime() - began);
    }

    /** Ends the work; {@code false} if it was ended before, so that the result of the handler has no effect. */
    synchronized boolean end() {
        thread = null;
        // An interrupt of the handler must not reach the next work of this thread.
        var unused = Thread.interrupted();
        boolean first = !ended;
        ended = true;
        return first;
    }

    /**
     * Gives the job up and interrupts the handler.
     *
     * @return true if the caller must set the outcome: not after {@link #end}, nor while a transaction of the handler may
     *     hold the row
     */
    synchronized boolean giveUp() {
        if (!wanted || ended) {
            return false;
        }
        wanted = false;
        if (thread != null) {
            thread.interrupt();
        }
        ended = !completing;
        return ended;
    }

    /** Sets the outcome, which is to be stored. Once. */
    synchronized void outcome(JobOutcome reached) {
        outcome = reached;
        outcomeSince = System.nanoTime();
        unstored = true;
    }

    /** The outcome to store. */
    synchronized JobOutcome outcome() {
        return Objects.requireNonNull(outcome);
    }

    /** The {@link System#nanoTime} at which the outcome was set. */
    synchronized long outcomeSince() {
        return outcomeSince;
    }

    /** Frees its slot before its outcome is stored, by {@code free}, once and only if its handler has finished. */
    synchronized boolean setAside(BooleanSupplier free) {
        if (!working && unstored && !aside) {
            aside = free.getAsBoolean();
            return aside;
        }
        return false;
    }

    /** Returns whether its slot was freed before its outcome was stored. */
    synchronized boolean isAside() {
        return aside;
    }

    /** Marks the outcome as stored; returns true if the handler has also finished. */
    synchronized boolean stored() {
        unstored = false;
        return !working;
    }

    /** Marks the handler as finished; returns true if no outcome is left to store. */
    synchronized boolean finished() {
        working = false;
        return !unstored;
    }
}
