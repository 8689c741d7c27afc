package io.accounts4j.jobs.node;

import io.accounts4j.jobs.sql.Database;
import io.accounts4j.jobs.sql.NodeTable;
import io.accounts4j.supervision.SupervisedLoop;
import java.sql.SQLException;
import java.time.Duration;
import java.util.OptionalLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Renews the lease of this node, which is a row with an expiry. A node whose row is gone, or that could not renew it in time,
 * has lost its jobs: it gives them up and registers anew. Each heartbeat also recovers the jobs of dead nodes.
 */
final class Heartbeat {

    private static final Logger LOG = LoggerFactory.getLogger(Heartbeat.class);
    private static final long NONE = -1;

    private final Database database;
    private final NodeTable.Served served;
    private final Settings.Timing timing;
    private final Runnable joined;
    private final Runnable lost;
    private final OrphanRecovery recovery;
    private final SupervisedLoop loop = NodeLoops.loop("accounts-jobs-heartbeat", this::step);
    private final Timers timers = new Timers();
    private volatile long node = NONE;
    private Timers.Timer deadline = () -> {};

    /** Runs {@code joined} when the node has registered and {@code lost} when it has lost its lease. */
    Heartbeat(Database database, String name, Settings settings, Runnable joined, Runnable lost) {
        this.database = database;
        this.served = new NodeTable.Served(
                name, settings.limits().keySet(), settings.handlings().keySet(), settings.schedules());
        this.timing = settings.timing();
        this.joined = joined;
        this.lost = lost;
        this.recovery = new OrphanRecovery(database, new JobEventPublisher(settings.listener()));
    }

    SupervisedLoop loop() {
        return loop;
    }

    /** The id of this node; empty while it has no lease and may not claim. */
    OptionalLong node() {
        long now = node;
        return now == NONE ? OptionalLong.empty() : OptionalLong.of(now);
    }

    /** Deregisters: the jobs that it still holds are released. */
    void close(Duration longest) throws SQLException {
        loop.stop(longest);
        timers.close();
        long left = node;
        node = NONE;
        if (left != NONE) {
            var unused = database.alone((connection, tables) -> tables.nodes().remove(connection, left));
        }
    }

    private Duration step() throws SQLException {
        long began = System.nanoTime();
        long known = node;
        if (known == NONE) {
            node = database.alone((connection, tables) -> tables.nodes().register(connection, served, timing.ttl()));
            expire(node, began);
            joined.run();
        } else if (renew(known)) {
            expire(known, began);
        } else {
            lose(known, "another node took its jobs over");
            return Duration.ZERO;
        }
        recovery.run();
        return timing.beat();
    }

    private boolean renew(long known) throws SQLException {
        return database.alone((connection, tables) -> tables.nodes().renew(connection, known, timing.ttl()));
    }

    /** On a timer, because the loop may be waiting for the database then. */
    private void expire(long known, long began) {
        deadline.cancel();
        Duration left = timing.ttl().minusNanos(System.nanoTime() - began);
        deadline = timers.in(left, () -> lose(known, "it could not renew its lease"));
    }

    private synchronized void lose(long known, String reason) {
        if (node == known) {
            LOG.warn(
                    "node lost its jobs: node={} name={} reason={}; interrupting their handlers",
                    known,
                    served.name(),
                    reason);
            node = NONE;
            lost.run();
        }
    }
}
