package io.accounts4j.jobs.sql;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Stores many jobs at once, as {@link JobInserts#insert} stores one. Thread-safe. */
interface BulkInserts {

    /** Stores {@code jobs} and returns the result of each in their order. */
    List<Inserted> insert(Connection connection, List<NewRow> jobs) throws SQLException;
}
