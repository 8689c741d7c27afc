package io.accounts4j.jobs.prune;

import io.accounts4j.jobs.node.Loop;
import io.accounts4j.jobs.sql.Database;
import io.accounts4j.jobs.sql.PruneRule;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Removes finished jobs, a thousand per transaction, until none is left whose time has come; every minute or so, on every
 * node alike: they pass over what another has in hand.
 */
public final class Pruner implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Pruner.class);
    private static final int BATCH = 1_000;
    private static final int MIN_PAUSE_SECONDS = 54;
    private static final int MAX_PAUSE_SECONDS = 66;
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final Database database;
    private final List<PruneRule> rules;
    private final int batch;
    private final Loop loop = new Loop("accounts-jobs-pruner", this::step);
    private volatile boolean closed;

    /** By these rules. */
    public Pruner(Database database, List<PruneRule> rules) {
        this(database, rules, BATCH);
    }

    /** With so many per transaction. */
    public Pruner(Database database, List<PruneRule> rules, int batch) {
        this.database = database;
        this.rules = List.copyOf(rules);
        this.batch = batch;
    }

    /** Starts the loop. */
    public void start() {
        loop.start();
    }

    /** Ends the loop after the batch it is in. */
    @Override
    public void close() {
        closed = true;
        loop.stop(PATIENCE);
    }

    private Duration step() throws SQLException {
        long pruned = prune();
        if (pruned > 0) {
            LOG.debug("{} finished jobs were removed", pruned);
        }
        return Duration.ofSeconds(ThreadLocalRandom.current().nextInt(MIN_PAUSE_SECONDS, MAX_PAUSE_SECONDS));
    }

    /** Removes all whose time has come and says how many. */
    public long prune() throws SQLException {
        long pruned = 0;
        for (PruneRule rule : rules) {
            int last = batch;
            while (last == batch && !closed) {
                last = database.transact(
                        (connection, tables) -> tables.finished().prune(connection, rule, batch));
                pruned += last;
            }
        }
        return pruned;
    }
}
