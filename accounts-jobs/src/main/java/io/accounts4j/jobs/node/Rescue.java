package io.accounts4j.jobs.node;

import io.accounts4j.job.JobState;
import io.accounts4j.jobs.sql.ClaimedJob;
import io.accounts4j.jobs.sql.Database;
import io.accounts4j.jobs.sql.Json;
import io.accounts4j.jobs.sql.Settlement;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
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
        var unused = database.alone((connection, tables) -> tables.nodes().reap(connection));
        int freed;
        do {
            freed = database.transact(Rescue::free);
            if (freed > 0) {
                LOG.warn("{} jobs of nodes that died are free again", freed);
            }
        } while (freed == MOST);
    }

    /** In one transaction, so that nobody waits for a row that somebody else holds. */
    private static int free(Connection connection, Database.Tables tables) throws SQLException {
        List<ClaimedJob> orphans = tables.jobs().orphans(connection, MOST);
        return orphans.isEmpty()
                ? 0
                : tables.jobs()
                        .settle(
                                connection,
                                orphans.stream().map(Rescue::settlement).toList())
                        .size();
    }

    private static Settlement settlement(ClaimedJob orphan) {
        String errors = Json.withError(orphan.errors(), orphan.attempts().made(), "the node that held it died");
        return orphan.attempts().areUsedUp()
                ? Settlement.last(orphan, JobState.DISCARDED, errors)
                : Settlement.retry(orphan, Duration.ZERO, errors);
    }
}
