package io.accounts4j.jobs.node;

import io.accounts4j.job.JobState;
import io.accounts4j.jobs.sql.ClaimedJob;
import io.accounts4j.jobs.sql.Database;
import io.accounts4j.jobs.sql.Json;
import io.accounts4j.jobs.sql.Settlement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Frees the jobs of dead nodes, and only of those, however long a job runs. The attempt counts: a job that kills every
 * node that takes it is given up in the end.
 */
final class Rescue {

    private static final Logger LOG = LoggerFactory.getLogger(Rescue.class);
    private static final int MOST = 100;

    private final Database database;

    Rescue(Database database) {
        this.database = database;
    }

    void run() throws SQLException {
        var unused = database.transact((connection, tables) -> tables.nodes().reap(connection));
        List<ClaimedJob> orphans;
        do {
            orphans = database.transact((connection, tables) -> tables.jobs().orphans(connection, MOST));
            free(orphans);
        } while (orphans.size() == MOST);
    }

    private void free(List<ClaimedJob> orphans) throws SQLException {
        if (orphans.isEmpty()) {
            return;
        }
        List<Settlement> settlements = orphans.stream().map(Rescue::settlement).toList();
        Set<Long> freed =
                database.transact((connection, tables) -> tables.jobs().settle(connection, settlements));
        LOG.warn("{} jobs of nodes that died are free again", freed.size());
    }

    private static Settlement settlement(ClaimedJob orphan) {
        String errors = Json.withError(orphan.errors(), orphan.attempts().made(), "the node that ran it died");
        return orphan.attempts().areUsedUp()
                ? Settlement.last(orphan, JobState.DISCARDED, errors)
                : Settlement.retry(orphan, Duration.ZERO, errors);
    }
}
