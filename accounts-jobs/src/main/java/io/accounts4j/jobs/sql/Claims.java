package io.accounts4j.jobs.sql;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** How due jobs are claimed in one kind of database. Thread-safe. */
public interface Claims {

    /** Claims up to as many due jobs as {@code request} has room for, by priority, due time and id in each queue. */
    List<ClaimedJob> claim(Connection connection, ClaimRequest request) throws SQLException;

    /**
     * How long it is until the next job of these queues is due; empty where none is to come. Also tells of jobs that became due
     * in the last tenth of a second, which a claim just before may have missed; of none that were due before that.
     */
    Optional<Duration> untilNext(Connection connection, Collection<String> queues) throws SQLException;
}
