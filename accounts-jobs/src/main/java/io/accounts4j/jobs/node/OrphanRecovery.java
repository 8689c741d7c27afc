package io.accounts4j.jobs.node;

import io.accounts4j.job.JobState;
import io.accounts4j.jobs.sql.ClaimedJob;
import io.accounts4j.jobs.sql.Database;
import io.accounts4j.jobs.sql.JobOutcome;
import io.accounts4j.jobs.sql.Orphan;
import java.sql.SQLException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Recovers the jobs of dead nodes, and only those, however long a job runs. The attempt counts, so that a job that kills every
 * node is discarded in the end.
 */
final class OrphanRecovery {

    private static final Logger LOG = LoggerFactory.getLogger(OrphanRecovery.class);
    private static final int PAGE = 100;
    private static final String DIED = "the node that held it died";

    private final Database database;
    private final OutcomeWriter writer;
    private final JobEventPublisher events;

    /** Reports each attempt that a node did not survive. */
    OrphanRecovery(Database database, JobEventPublisher events) {
        this.database = database;
        this.writer = new OutcomeWriter(database);
        this.events = events;
    }

    void run() throws SQLException {
        var unused = database.alone((connection, tables) -> tables.nodes().reap(connection));
        List<Orphan> page = List.of();
        do {
            long after = page.isEmpty() ? 0 : page.get(page.size() - 1).job().id();
            page = database.transact((connection, tables) -> tables.jobs().orphans(connection, after, PAGE));
            int freed = page.isEmpty() ? 0 : free(page);
            if (freed > 0) {
                LOG.warn("jobs of dead nodes taken over: count={}", freed);
            }
        } while (page.size() == PAGE);
    }

    /** Skips locked rows and rows that cannot be written, so that they hold up no other. Returns the number of recovered jobs. */
    private int free(List<Orphan> orphans) throws SQLException {
        Map<Orphan, JobOutcome> outcomes = new LinkedHashMap<>();
        orphans.forEach(orphan -> outcomes.put(orphan, outcome(orphan)));
        Set<Long> freed = writer.apart(List.copyOf(outcomes.values())).held();
        outcomes.forEach((orphan, outcome) -> {
            if (freed.contains(outcome.id())) {
                events.ended(orphan.job(), orphan.held(), outcome);
            }
        });
        return freed.size();
    }

    private static JobOutcome outcome(Orphan orphan) {
        ClaimedJob job = orphan.job();
        String errors = Failure.of(DIED).in(job, orphan.held());
        JobOutcome outcome = job.attempts().areUsedUp()
                ? JobOutcome.last(job, JobState.DISCARDED, errors)
                : JobOutcome.retry(job, Duration.ZERO, errors);
        return outcome.because(DIED);
    }
}
