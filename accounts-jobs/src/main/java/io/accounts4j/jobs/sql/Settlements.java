package io.accounts4j.jobs.sql;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Set;

/** How outcomes are written in one kind of database. Thread-safe. */
public interface Settlements {

    /** Writes what became of held jobs and says which were still held under their lease. */
    Set<Long> write(Connection connection, Collection<Settlement> settlements) throws SQLException;
}
