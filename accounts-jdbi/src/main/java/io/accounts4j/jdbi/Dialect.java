package io.accounts4j.jdbi;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The differences between databases. Stateless. */
interface Dialect {

    void bind(PreparedStatement statement, int index, UUID value) throws SQLException;

    void bind(PreparedStatement statement, int index, Instant value) throws SQLException;

    @Nullable
    UUID uuid(ResultSet row, int column) throws SQLException;

    /** Reads a time, whatever time zone the JVM, the driver or the server session is set to. */
    @Nullable
    Instant instant(ResultSet row, int column) throws SQLException;

    /** Returns true if a failed statement aborts its transaction, unless it ran behind a savepoint. */
    boolean failureAbortsTransaction();

    /** Completes an insert into users, so that it stores nothing or fails with a duplicate where the address is taken. */
    String insertUserUnlessTaken(String insert);

    /** Returns the end of a select that locks its rows against changes. */
    String forUpdate();

    /** Returns a statement that deletes rows and selects their {@code columns}. */
    String deleteReturning(String table, String columns, String condition);

    /**
     * Returns a statement that deletes the oldest rows whose {@code time} satisfies the one-parameter {@code condition}; its last
     * parameter is their greatest number.
     */
    String deleteOldest(String table, String key, String time, String condition);

    /** Returns true if {@code (a, b) < (?, ?)} is a range of an index over both columns. */
    boolean indexesRowValues();

    EventLog eventLog(Sql sql);
}
