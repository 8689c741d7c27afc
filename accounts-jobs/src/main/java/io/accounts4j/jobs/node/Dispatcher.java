package io.accounts4j.jobs.node;

import io.accounts4j.jobs.sql.ClaimedJob;
import io.accounts4j.jobs.sql.Database;
import io.accounts4j.jobs.sql.Demand;
import io.accounts4j.jobs.sql.Settlement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Claims due jobs as there is room, at once when woken, and every now and then anyway: a wake-up is only a hint. One
 * thread, so no two claims of this node overlap.
 */
final class Dispatcher {

    /** Where a job that is due is not to be had, because another claims it or handles its kind. */
    private static final Duration SOONEST = Duration.ofMillis(10);

    private final Database database;
    private final Heartbeat membership;
    private final Queues queues;
    private final Executor runs;
    private final Settings settings;
    private final OutcomeWriter writer;
    private final StepLoop loop = new StepLoop("accounts-jobs-dispatcher", this::step);
    private volatile boolean backlog;
    private volatile boolean cancelling;
    private long lookedAt = System.nanoTime();
    private long reconciledAt = System.nanoTime();
    private boolean uncertain;

    Dispatcher(Database database, Heartbeat membership, Queues queues, Executor runs, Settings settings) {
        this.database = database;
        this.membership = membership;
        this.queues = queues;
        this.runs = runs;
        this.settings = settings;
        this.writer = new OutcomeWriter(database);
    }

    StepLoop loop() {
        return loop;
    }

    /** There may be something to claim. */
    void wake() {
        loop.wake();
    }

    /** Jobs that run may have been cancelled. */
    void lookForCancelled() {
        cancelling = true;
        loop.wake();
    }

    /** There is room again. */
    void roomMade() {
        if (backlog) {
            loop.wake();
        }
    }

    private Duration step() throws SQLException {
        OptionalLong node = membership.node();
        if (node.isEmpty()) {
            return poll();
        }
        returnUnknown(node.getAsLong());
        queues.look().ifPresent(runs::limit);
        cancelUnwanted(node.getAsLong());
        runs.giveBackIdle();
        // Before the room is looked at: whoever makes some after that sees this.
        backlog = true;
        Slots.Room room = runs.room();
        if (room.free().isEmpty()) {
            return poll();
        }
        backlog = room.isAnyFull();
        List<ClaimedJob> claimed =
                claim(new Demand(node.getAsLong(), settings.handlings().keySet(), room.free(), room.places()));
        claimed.forEach(runs::begin);
        uncertain = false;
        if (loop.isStopping()) {
            // Who stops this did not wait for the claim, so that nobody will begin these.
            runs.limit(Map.of());
        }
        if (!membership.node().equals(node)) {
            // The lease was lost meanwhile, and whoever said so could not know these.
            runs.abandon();
            return poll();
        }
        return isFull(room.free(), claimed)
                ? Duration.ZERO
                : untilNext(room.free().keySet());
    }

    /** Until a job is due that nobody needs to tell of, or the next look. */
    private Duration untilNext(Set<String> from) throws SQLException {
        Duration poll = poll();
        return database.alone((connection, tables) -> tables.jobs().untilNext(connection, from))
                .map(wait -> wait.compareTo(SOONEST) < 0 ? SOONEST : wait)
                .filter(wait -> wait.compareTo(poll) < 0)
                .orElse(poll);
    }

    /** Looks every now and then, and at once when told. */
    private void cancelUnwanted(long node) throws SQLException {
        long now = System.nanoTime();
        if (!cancelling && now - lookedAt < settings.timing().poll().toNanos()) {
            return;
        }
        cancelling = false;
        lookedAt = now;
        database.alone((connection, tables) -> tables.jobs().unwantedOf(connection, node))
                .forEach(runs::cancel);
    }

    private List<ClaimedJob> claim(Demand demand) throws SQLException {
        uncertain = true;
        return database.claim(demand);
    }

    /**
     * A claim that failed may have been committed, even after it was looked for, and not every claimed job may have got a
     * thread: what this node holds without knowing goes back at no cost. Looks after each trouble, and with each beat.
     */
    private void returnUnknown(long node) throws SQLException {
        long now = System.nanoTime();
        if (uncertain || now - reconciledAt > settings.timing().beat().toNanos()) {
            List<Settlement> unknown =
                    database.alone((connection, tables) -> tables.jobs().heldBy(connection, node)).stream()
                            .filter(job -> !runs.knows(job))
                            .map(Settlement::release)
                            .toList();
            if (!unknown.isEmpty()) {
                var unused = writer.apart(unknown);
            }
            uncertain = false;
            reconciledAt = now;
        }
    }

    private static boolean isFull(Map<String, Integer> room, List<ClaimedJob> claimed) {
        Map<String, Integer> left = new HashMap<>(room);
        claimed.forEach(job -> left.merge(job.queue(), -1, Integer::sum));
        return left.containsValue(0);
    }

    private Duration poll() {
        long nanos = settings.timing().poll().toNanos();
        return Duration.ofNanos(nanos - nanos / 10 + ThreadLocalRandom.current().nextLong(nanos / 5 + 1));
    }
}
