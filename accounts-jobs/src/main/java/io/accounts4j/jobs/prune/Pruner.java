package io.accounts4j.jobs.prune;

import io.accounts4j.jdbc.SqlErrors;
import io.accounts4j.jobs.sql.Database;
import io.accounts4j.jobs.sql.PruneRule;
import io.accounts4j.jobs.sql.StatementName;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Removes finished jobs whose retention is over, a thousand per transaction, about once a minute, on every node: each skips the
 * rows that another one has locked.
 */
public final class Pruner {

    private static final Logger LOG = LoggerFactory.getLogger(Pruner.class);
    private static final int BATCH = 1_000;
    private static final int MIN_PAUSE_SECONDS = 54;
    private static final int MAX_PAUSE_SECONDS = 66;

    private final Database database;
    private final List<PruneRule> rules;
    private final int batch;

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

    /** Removes a batch by each rule and returns the pause before the next step: none after a full batch. */
    public Duration step() throws SQLException {
        boolean more = false;
        for (PruneRule rule : rules) {
            int pruned = prune(rule, batch);
            more |= pruned == batch;
            if (pruned > 0) {
                LOG.debug(
                        "finished jobs removed: count={} state={}",
                        pruned,
                        rule.state().code());
            }
        }
        return more
                ? Duration.ZERO
                : Duration.ofSeconds(ThreadLocalRandom.current().nextInt(MIN_PAUSE_SECONDS, MAX_PAUSE_SECONDS));
    }

    /** One by one after a failure, so that a row that another table refers to, or that is locked, holds up no other. */
    private int prune(PruneRule rule, int most) throws SQLException {
        try {
            return database.transact((connection, tables) -> tables.finished().prune(connection, rule, most));
        } catch (SQLException e) {
            if (!SqlErrors.kind(e).concernsRow()) {
                throw e;
            }
            LOG.warn(
                    "finished jobs not removed together: statement={} cause={}; removing them one by one",
                    StatementName.of(e),
                    SqlErrors.codes(e));
            return singly(rule, most);
        }
    }

    private int singly(PruneRule rule, int most) throws SQLException {
        int removed = 0;
        for (long id :
                database.transact((connection, tables) -> tables.finished().due(connection, rule, most))) {
            try {
                removed += database.transact(
                        (connection, tables) -> tables.finished().prune(connection, rule, List.of(id)));
            } catch (SQLException e) {
                if (!SqlErrors.kind(e).concernsRow()) {
                    throw e;
                }
            }
        }
        return removed;
    }

    /** Removes all jobs that are due by now and returns their number. */
    public long prune() throws SQLException {
        long pruned = 0;
        for (PruneRule rule : rules) {
            int last;
            do {
                last = prune(rule, batch);
                pruned += last;
            } while (last == batch);
        }
        return pruned;
    }
}
