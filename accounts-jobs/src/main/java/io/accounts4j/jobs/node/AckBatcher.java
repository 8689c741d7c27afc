package io.accounts4j.jobs.node;

import io.accounts4j.jobs.sql.Acknowledged;
import io.accounts4j.jobs.sql.Database;
import io.accounts4j.jobs.sql.JobOutcome;
import io.accounts4j.supervision.SupervisedLoop;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes pending outcomes in batches on one thread, so that two writers of a node never lock the same row. The first outcome
 * waits at most 5 ms for others, and not at all if none is to come. During an outage of the database all outcomes are kept and
 * retried; after another failure only the outcomes that cannot be written are set aside.
 */
final class AckBatcher {

    private static final Logger LOG = LoggerFactory.getLogger(AckBatcher.class);
    private static final int MAX_BATCH = 500;
    /** A larger batch is hardly cheaper per outcome. */
    private static final int FULL_BATCH = 100;

    private static final long LINGER_NANOS = Duration.ofMillis(5).toNanos();
    private static final Duration IDLE = Duration.ofMinutes(1);

    private final OutcomeWriter writer;
    private final Listener listener;
    private final LinkedBlockingQueue<Execution> pending = new LinkedBlockingQueue<>();
    private volatile boolean due;
    private volatile boolean idle;
    private volatile boolean closing;
    private final List<Execution> batch = new ArrayList<>();
    private final SetAside aside = new SetAside();
    private final SupervisedLoop loop = NodeLoops.loop("accounts-jobs-acknowledger", this::step);

    /** Reports to {@code listener}. */
    AckBatcher(Database database, Listener listener) {
        this.writer = new OutcomeWriter(database);
        this.listener = listener;
    }

    /** Notified of outcomes. */
    interface Listener {

        /** The outcomes of {@code executions} are stored, or the jobs are held by another claim. */
        void stored(Collection<Execution> executions);

        /** The outcomes of {@code executions} cannot be stored now and are retried apart from all others. */
        void setAside(Collection<Execution> executions);
    }

    SupervisedLoop loop() {
        return loop;
    }

    /** Stores the outcome of {@code execution}; {@code immediately} without waiting for others. */
    void acknowledge(Execution execution, boolean immediately) {
        pending.add(execution);
        if (!due && (immediately || pending.size() >= FULL_BATCH)) {
            due = true;
            loop.wake();
        } else if (idle) {
            loop.wake();
        }
    }

    /** Stops waiting for locked rows: the node is closing. */
    void hurry() {
        closing = true;
    }

    /** Ends the loop and writes every pending outcome, once. Logs the jobs whose outcome is lost. */
    void close(Duration longest) throws SQLException {
        loop.stop(longest);
        writeLast();
    }

    private synchronized void writeLast() throws SQLException {
        List<Execution> last = new ArrayList<>(aside.take());
        last.addAll(batch);
        batch.clear();
        pending.drainTo(last);
        if (last.isEmpty()) {
            return;
        }
        try {
            last = report(last, writer.apart(outcomes(last)));
        } finally {
            if (!last.isEmpty()) {
                LOG.error(
                        "outcomes not stored before this node ended: jobs={}; these jobs run again",
                        last.stream().map(execution -> execution.job().id()).toList());
            }
        }
    }

    private synchronized Duration step() throws SQLException {
        retryAside();
        if (batch.isEmpty()) {
            long left = nanosUntilDue();
            if (left > 0) {
                return Duration.ofNanos(Math.min(left, aside.nanosUntilDue()));
            }
            due = false;
            pending.drainTo(batch, MAX_BATCH);
        }
        List<JobOutcome> outcomes = outcomes(batch);
        List<Execution> left = report(batch, closing ? writer.apart(outcomes) : writer.together(outcomes));
        listener.setAside(left);
        aside.add(left);
        batch.clear();
        return Duration.ZERO;
    }

    private void retryAside() throws SQLException {
        if (aside.nanosUntilDue() <= 0) {
            List<Execution> retried = aside.due();
            List<Execution> left = report(retried, writer.apart(outcomes(retried)));
            listener.setAside(left);
            aside.keep(left);
        }
    }

    private long nanosUntilDue() {
        // Before the look: a thread that adds an outcome after it wakes this loop.
        idle = true;
        Execution oldest = pending.peek();
        if (oldest == null) {
            return IDLE.toNanos();
        }
        idle = false;
        return due ? 0 : oldest.outcomeSince() + LINGER_NANOS - System.nanoTime();
    }

    /** Reports the stored outcomes and returns the executions of the others. */
    private List<Execution> report(List<Execution> tried, Acknowledged result) {
        List<Execution> stored = new ArrayList<>();
        List<Execution> left = new ArrayList<>();
        tried.forEach(execution -> (result.left().containsKey(execution.job().id()) ? left : stored).add(execution));
        // A job that its handler completed in its own transaction is not held either, as it should be.
        long lost = stored.stream()
                .filter(execution -> !result.held().contains(execution.job().id()) && !execution.isCompleting())
                .count();
        if (lost > 0) {
            LOG.info("outcomes without effect: count={}; the jobs are held by another claim", lost);
        }
        aside.log(result.left());
        listener.stored(stored);
        return left;
    }

    private static List<JobOutcome> outcomes(List<Execution> executions) {
        return executions.stream().map(Execution::outcome).toList();
    }
}
