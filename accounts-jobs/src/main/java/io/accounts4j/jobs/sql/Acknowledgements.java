package io.accounts4j.jobs.sql;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** How outcomes are written in one kind of database. Thread-safe. */
public abstract class Acknowledgements {

    /** Writes what became of held jobs and says which were still held under their lease. */
    public final Set<Long> write(Connection connection, Collection<JobOutcome> outcomes) throws SQLException {
        // In the order of their ids, as everybody locks who waits for locks.
        List<JobOutcome> ordered = outcomes.stream()
                .sorted(Comparator.comparingLong(JobOutcome::id))
                .toList();
        List<JobOutcome> kept = ordered.stream().filter(of -> !of.deleted()).toList();
        List<JobOutcome> deleted = ordered.stream().filter(JobOutcome::deleted).toList();
        Set<Long> held = new HashSet<>();
        if (!kept.isEmpty()) {
            update(connection, kept, held);
        }
        if (!deleted.isEmpty()) {
            delete(connection, deleted, held);
        }
        return held;
    }

    /** Writes outcomes, one or more in the order of their ids, and adds to {@code held} whose lease still held. */
    abstract void update(Connection connection, List<JobOutcome> outcomes, Set<Long> held) throws SQLException;

    /** Removes the rows of jobs, one or more in the order of their ids, likewise. */
    abstract void delete(Connection connection, List<JobOutcome> outcomes, Set<Long> held) throws SQLException;
}
