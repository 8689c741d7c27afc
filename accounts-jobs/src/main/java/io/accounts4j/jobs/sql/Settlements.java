package io.accounts4j.jobs.sql;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** How outcomes are written in one kind of database. Thread-safe. */
public abstract class Settlements {

    /** Writes what became of held jobs and says which were still held under their lease. */
    public final Set<Long> write(Connection connection, Collection<Settlement> settlements) throws SQLException {
        // In the order of their ids, as everybody locks who waits for locks.
        List<Settlement> ordered = settlements.stream()
                .sorted(Comparator.comparingLong(Settlement::id))
                .toList();
        List<Settlement> kept = ordered.stream().filter(of -> !of.forgotten()).toList();
        List<Settlement> forgotten =
                ordered.stream().filter(Settlement::forgotten).toList();
        Set<Long> held = new HashSet<>();
        if (!kept.isEmpty()) {
            keep(connection, kept, held);
        }
        if (!forgotten.isEmpty()) {
            forget(connection, forgotten, held);
        }
        return held;
    }

    /** Writes outcomes, one or more in the order of their ids, and adds to {@code held} whose lease still held. */
    abstract void keep(Connection connection, List<Settlement> settlements, Set<Long> held) throws SQLException;

    /** Removes the rows of jobs, one or more in the order of their ids, likewise. */
    abstract void forget(Connection connection, List<Settlement> settlements, Set<Long> held) throws SQLException;
}
