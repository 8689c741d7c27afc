package io.accounts4j.jobs.node;

import io.accounts4j.jobs.sql.ClaimRequest;
import io.accounts4j.jobs.sql.ClaimedJob;
import io.accounts4j.jobs.sql.Database;
import io.accounts4j.jobs.sql.JobOutcome;
import io.accounts4j.supervision.SupervisedLoop;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Claims due jobs up to the capacity of the executor, at once when woken and once per poll interval anyway: a wake-up is only
 * a hint. One thread, so that no two claims of this node overlap.
 */
final class Dispatcher {

    /** The shortest pause while a due job cannot be claimed, because another node claims it or has the handler. */
    private static final Duration SOONEST = Duration.ofMillis(10);

    private final Database database;
    private final Heartbeat heartbeat;
    private final Queues queues;
    private final Executor executor;
    private final Settings settings;
    private final OutcomeWriter writer;
    private final SupervisedLoop loop = NodeLoops.loop("accounts-jobs-dispatcher", this::step);
    private volatile boolean backlog;
    private volatile boolean cancelling;
    private long lookedAt = System.nanoTime();
    private long reconciledAt = System.nanoTime();
    private boolean uncertain;

    Dispatcher(Database database, Heartbeat heartbeat, Queues queues, Executor executor, Settings settings) {
        this.database = database;
        this.heartbeat = heartbeat;
        this.queues = queues;
        this.executor = executor;
        this.settings = settings;
        this.writer = new OutcomeWriter(database);
    }

    SupervisedLoop loop() {
        return loop;
    }

    /** A job may be due. */
    void wake() {
        loop.wake();
    }

    /** The cancellation of executing jobs may have been requested. */
    void lookForCancelled() {
        cancelling = true;
        loop.wake();
    }

    /** A slot may be free again. */
    void capacityFreed() {
        if (backlog) {
            loop.wake();
        }
    }

    private Duration step() throws SQLException {
        OptionalLong node = heartbeat.node();
        if (node.isEmpty()) {
            return poll();
        }
        releaseUnknown(node.getAsLong());
        queues.look().ifPresent(executor::limit);
        cancelUnwanted(node.getAsLong());
        executor.releaseIdle();
        // Before the capacity is read: a thread that frees a slot after that reads this.
        backlog = true;
        LocalQueues.Capacity capacity = executor.capacity();
        if (capacity.free().isEmpty()) {
            return poll();
        }
        backlog = capacity.isAnyFull();
        List<ClaimedJob> claimed = claim(
                new ClaimRequest(node.getAsLong(), settings.handlings().keySet(), capacity.free(), capacity.slots()));
        claimed.forEach(executor::begin);
        uncertain = false;
        if (loop.isStopping()) {
            // The claim outlasted the wait of the thread that stops this loop: nobody will begin these jobs.
            executor.limit(Map.of());
        }
        if (!heartbeat.node().equals(node)) {
            // The lease was lost meanwhile, before this executor held these jobs.
            executor.abandon();
            return poll();
        }
        return isFull(capacity.free(), claimed)
                ? Duration.ZERO
                : untilNext(capacity.free().keySet());
    }

    /** The time until the next job is due, at most one poll interval. */
    private Duration untilNext(Set<String> from) throws SQLException {
        Duration poll = poll();
        return database.alone((connection, tables) -> tables.jobs().untilNext(connection, from))
                .map(wait -> wait.compareTo(SOONEST) < 0 ? SOONEST : wait)
                .filter(wait -> wait.compareTo(poll) < 0)
                .orElse(poll);
    }

    /** Reads requested cancellations once per poll interval, and at once when notified. */
    private void cancelUnwanted(long node) throws SQLException {
        long now = System.nanoTime();
        if (!cancelling && now - lookedAt < settings.timing().poll().toNanos()) {
            return;
        }
        cancelling = false;
        lookedAt = now;
        database.alone((connection, tables) -> tables.jobs().unwantedOf(connection, node))
                .forEach(executor::cancel);
    }

    private List<ClaimedJob> claim(ClaimRequest request) throws SQLException {
        uncertain = true;
        return database.claim(request);
    }

    /**
     * Releases jobs that the table assigns to this node but the executor does not hold: a claim that failed may have been
     * committed, and a claimed job may have got no thread. Runs after each failed claim and once per heartbeat interval.
     */
    private void releaseUnknown(long node) throws SQLException {
        long now = System.nanoTime();
        if (uncertain || now - reconciledAt > settings.timing().beat().toNanos()) {
            List<JobOutcome> unknown =
                    database.alone((connection, tables) -> tables.jobs().heldBy(connection, node)).stream()
                            .filter(job -> !executor.holds(job))
                            .map(JobOutcome::release)
                            .toList();
            if (!unknown.isEmpty()) {
                var unused = writer.apart(unknown);
            }
            uncertain = false;
            reconciledAt = now;
        }
    }

    private static boolean isFull(Map<String, Integer> free, List<ClaimedJob> claimed) {
        Map<String, Integer> left = new HashMap<>(free);
        claimed.forEach(job -> left.merge(job.queue(), -1, Integer::sum));
        return left.containsValue(0);
    }

    private Duration poll() {
        long nanos = settings.timing().poll().toNanos();
        return Duration.ofNanos(nanos - nanos / 10 + ThreadLocalRandom.current().nextLong(nanos / 5 + 1));
    }
}
