package io.accounts4j.jobs.node;

import io.accounts4j.jobs.sql.Database;
import io.accounts4j.jobs.sql.Settlement;
import io.accounts4j.jobs.sql.SqlFailures;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The parts of a node and how they are started, stopped and told of each other: a dispatcher that claims, threads that
 * work, a completer that writes outcomes, a heart that shows the node lives. Thread-safe.
 */
public final class Node implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Node.class);
    private static final Duration LAST_STEP = Duration.ofSeconds(11);

    private final Settings settings;
    private final Completer completer;
    private final Runs runs;
    private final Membership membership;
    private final Dispatcher dispatcher;
    private final AtomicBoolean closed = new AtomicBoolean();

    /** Over its own way to the database; {@code name} is for those who look at the table of nodes. */
    public Node(Database database, String name, Settings settings) {
        this.settings = settings;
        this.completer = new Completer(database, this::settled);
        this.runs = new Runs(settings, completer::add);
        this.membership = new Membership(database, name, settings.timing(), this::wake, this::lost);
        this.dispatcher = new Dispatcher(database, membership, runs, settings);
    }

    /** Starts its threads. */
    public void start() {
        completer.start();
        membership.start();
        dispatcher.start();
    }

    /** There may be something to do. */
    public void wake() {
        dispatcher.wake();
    }

    /**
     * Claims no more, lets running jobs end within the grace, and gives the rest back at no cost. Again is harmless. What
     * a broken database keeps it from writing is rescued by another node.
     */
    @Override
    public void close() {
        if (!closed.compareAndSet(false, true)) {
            return;
        }
        dispatcher.close(LAST_STEP);
        runs.awaitNone(settings.timing().grace());
        runs.giveUp().forEach(run -> completer.add(run, Settlement.release(run.job())));
        runs.close();
        leave(() -> completer.close(LAST_STEP));
        leave(() -> membership.close(LAST_STEP));
    }

    private static void leave(LastWord word) {
        try {
            word.say();
        } catch (SQLException e) {
            LOG.warn("this node ends unheard ({}): its jobs are free when it counts as dead", SqlFailures.codes(e));
        }
    }

    /** Something written at the end. */
    private interface LastWord {
        void say() throws SQLException;
    }

    private void settled(Run run) {
        runs.settled(run);
        dispatcher.roomMade();
    }

    private void lost() {
        var unused = runs.giveUp();
    }
}
