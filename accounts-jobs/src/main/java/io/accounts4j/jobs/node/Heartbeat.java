package io.accounts4j.jobs.node;

import io.accounts4j.jobs.sql.Database;
import io.accounts4j.jobs.sql.NodeTable;
import java.sql.SQLException;
import java.time.Duration;
import java.util.OptionalLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * This node's row, which says until when it lives. A node that finds its row gone, or could not renew it in time, has lost
 * its jobs: it gives them up and joins anew. Each beat also rescues what dead nodes left.
 */
final class Heartbeat {

    private static final Logger LOG = LoggerFactory.getLogger(Heartbeat.class);
    private static final long NONE = -1;

    private final Database database;
    private final NodeTable.Served served;
    private final Settings.Timing timing;
    private final Runnable joined;
    private final Runnable lost;
    private final OrphanRecovery rescue;
    private final StepLoop loop = new StepLoop("accounts-jobs-heart", this::step);
    private final Timers timers = new Timers();
    private volatile long node = NONE;
    private Timers.Timer deadline = () -> {};

    /** With what to do when the node has joined and when it has lost its jobs. */
    Heartbeat(Database database, String name, Settings settings, Runnable joined, Runnable lost) {
        this.database = database;
        this.served = new NodeTable.Served(
                name, settings.limits().keySet(), settings.handlings().keySet(), settings.schedules());
        this.timing = settings.timing();
        this.joined = joined;
        this.lost = lost;
        this.rescue = new OrphanRecovery(database, new JobEventPublisher(settings.listener()));
    }

    StepLoop loop() {
        return loop;
    }

    /** Who this node is now; empty while it may not claim. */
    OptionalLong node() {
        long now = node;
        return now == NONE ? OptionalLong.empty() : OptionalLong.of(now);
    }

    /** Leaves: what it still holds is free for others. */
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
        rescue.run();
        return timing.beat();
    }

    private boolean renew(long known) throws SQLException {
        return database.alone((connection, tables) -> tables.nodes().renew(connection, known, timing.ttl()));
    }

    /** By a timer, for the loop may be waiting for the database just then. */
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
