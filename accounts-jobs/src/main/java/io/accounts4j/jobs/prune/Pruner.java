package io.accounts4j.jobs.prune;

import io.accounts4j.jdbc.SqlErrorKind;
import io.accounts4j.jdbc.SqlErrors;
import io.accounts4j.jobs.node.StepLoop;
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
 * Removes finished jobs, a thousand per transaction, until none is left whose time has come; every minute or so, on every
 * node alike: they pass over what another has in hand.
 */
public final class Pruner {

    private static final Logger LOG = LoggerFactory.getLogger(Pruner.class);
    private static final int BATCH = 1_000;
    private static final int MIN_PAUSE_SECONDS = 54;
    private static final int MAX_PAUSE_SECONDS = 66;

    private final Database database;
    private final List<PruneRule> rules;
    private final int batch;
    private final StepLoop loop = new StepLoop("accounts-jobs-pruner", this::step);

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

    /** The loop that removes; when stopped it ends after the batch it is in. */
    public StepLoop loop() {
        return loop;
    }

    private Duration step() throws SQLException {
        long pruned = prune();
        if (pruned > 0) {
            LOG.debug("{} finished jobs were removed", pruned);
        }
        return Duration.ofSeconds(ThreadLocalRandom.current().nextInt(MIN_PAUSE_SECONDS, MAX_PAUSE_SECONDS));
    }

    /** One by one after a failure: a row that another table refers to, or that is locked, keeps no other from being removed. */
    private int prune(PruneRule rule, int most) throws SQLException {
        try {
            return database.transact((connection, tables) -> tables.finished().prune(connection, rule, most));
        } catch (SQLException e) {
            if (SqlErrors.kind(e) == SqlErrorKind.UNAVAILABLE) {
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
                if (SqlErrors.kind(e) == SqlErrorKind.UNAVAILABLE) {
                    throw e;
                }
            }
        }
        return removed;
    }

    /** Removes all whose time has come and says how many. */
    public long prune() throws SQLException {
        long pruned = 0;
        for (PruneRule rule : rules) {
            int last = batch;
            while (last == batch && !loop.isStopping()) {
                last = prune(rule, batch);
                pruned += last;
            }
        }
        return pruned;
    }
}
