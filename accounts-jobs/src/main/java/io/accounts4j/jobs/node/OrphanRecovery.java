package io.accounts4j.jobs.node;

import io.accounts4j.job.JobState;
import io.accounts4j.jobs.sql.ClaimedJob;
import io.accounts4j.jobs.sql.Database;
import io.accounts4j.jobs.sql.Orphan;
import io.accounts4j.jobs.sql.Settlement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Frees the jobs of dead nodes, and only of those, however long a job runs. The attempt counts: a job that kills every
 * node that takes it is given up in the end.
 */
final class OrphanRecovery {

    private static final Logger LOG = LoggerFactory.getLogger(OrphanRecovery.class);
    private static final int MOST = 100;
    private static final String DIED = "the node that held it died";

    private final Database database;
    private final OutcomeWriter writer;
    private final JobEventPublisher telling;

    /** Reports each attempt that a node did not survive. */
    OrphanRecovery(Database database, JobEventPublisher telling) {
        this.database = database;
        this.writer = new OutcomeWriter(database);
        this.telling = telling;
    }

    void run() throws SQLException {
        var unused = database.alone((connection, tables) -> tables.nodes().reap(connection));
        int freed;
        do {
            freed = free();
            if (freed > 0) {
                LOG.warn("jobs of dead nodes taken over: count={}", freed);
            }
        } while (freed == MOST);
    }

    /** Of what others have not locked, so that a row which somebody holds, or which cannot be written, is in no one's way. */
    private int free() throws SQLException {
        List<Orphan> orphans =
                database.transact((connection, tables) -> tables.jobs().orphans(connection, MOST));
        if (orphans.isEmpty()) {
            return 0;
        }
        Map<Orphan, Settlement> outcomes = new LinkedHashMap<>();
        orphans.forEach(orphan -> outcomes.put(orphan, settlement(orphan)));
        Set<Long> freed = writer.apart(List.copyOf(outcomes.values())).held();
        outcomes.forEach((orphan, outcome) -> {
            if (freed.contains(outcome.id())) {
                telling.ended(orphan.job(), orphan.held(), new Ending(outcome, Optional.of(DIED)));
            }
        });
        return freed.size();
    }

    private static Settlement settlement(Orphan orphan) {
        ClaimedJob job = orphan.job();
        String errors = Failure.of(DIED).in(job, orphan.held());
        return job.attempts().areUsedUp()
                ? Settlement.last(job, JobState.DISCARDED, errors)
                : Settlement.retry(job, Duration.ZERO, errors);
    }
}
