package io.accounts4j.jobs.node;

import io.accounts4j.jobs.sql.Database;
import java.sql.SQLException;
import java.time.Duration;
import java.util.OptionalLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * This node's row, which says until when it lives. A node that finds its row gone, or could not renew it in time, has lost
 * its jobs: it gives them up and joins anew. Each beat also rescues what dead nodes left.
 */
final class Membership {

    private static final Logger LOG = LoggerFactory.getLogger(Membership.class);
    private static final long NONE = -1;

    private final Database database;
    private final String name;
    private final Settings.Timing timing;
    private final Runnable joined;
    private final Runnable lost;
    private final Rescue rescue;
    private final Loop loop = new Loop("accounts-jobs-heart", this::step);
    private volatile long node = NONE;
    private long renewedAt;

    /** With what to do when the node has joined and when it has lost its jobs. */
    Membership(Database database, String name, Settings.Timing timing, Runnable joined, Runnable lost) {
        this.database = database;
        this.name = name;
        this.timing = timing;
        this.joined = joined;
        this.lost = lost;
        this.rescue = new Rescue(database);
    }

    void start() {
        loop.start();
    }

    /** Who this node is now; empty while it may not claim. */
    OptionalLong node() {
        long now = node;
        return now == NONE ? OptionalLong.empty() : OptionalLong.of(now);
    }

    /** Leaves: what it still holds is free for others. */
    void close(Duration longest) throws SQLException {
        loop.stop(longest);
        long left = node;
        node = NONE;
        if (left != NONE) {
            var unused = database.alone((connection, tables) -> tables.nodes().remove(connection, left));
        }
    }

    private Duration step() throws SQLException {
        long began = System.nanoTime();
        try {
            if (node == NONE) {
                node = database.alone((connection, tables) -> tables.nodes().register(connection, name, timing.ttl()));
                joined.run();
            } else if (!renew()) {
                lose("another node took its jobs over");
                return Duration.ZERO;
            }
            renewedAt = began;
        } catch (SQLException | RuntimeException e) {
            if (node != NONE && began - renewedAt > timing.ttl().toNanos()) {
                lose("it could not renew its lease");
            }
            throw e;
        }
        rescue.run();
        return timing.beat();
    }

    private boolean renew() throws SQLException {
        return database.alone((connection, tables) -> tables.nodes().renew(connection, node, timing.ttl()));
    }

    private void lose(String reason) {
        LOG.warn("node {} gives its running jobs up: {}", node, reason);
        node = NONE;
        lost.run();
    }
}
