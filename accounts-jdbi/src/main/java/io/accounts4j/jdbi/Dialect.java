package io.accounts4j.jdbi;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the databases do each in their own way. Stateless. */
interface Dialect {

    void bind(PreparedStatement statement, int index, UUID value) throws SQLException;

    void bind(PreparedStatement statement, int index, Instant value) throws SQLException;

    @Nullable
    UUID uuid(ResultSet row, int column) throws SQLException;

    /** The moment in that column, whatever time zone the JVM, the driver or the server session is set to. */
    @Nullable
    Instant instant(ResultSet row, int column) throws SQLException;

    /** Whether a failed statement spoils the transaction it is in, unless it ran behind a savepoint. */
    boolean failureAbortsTransaction();

    /** An insert into users, complete but for what is to happen when the address is taken. */
    String insertUserUnlessTaken(String insert);

    /** What follows a select whose rows are to be kept from others. */
    String forUpdate();

    /** Deletes rows and returns {@code columns} of what they were. */
    String deleteReturning(String table, String columns, String condition);

    /** Deletes up to a number of rows, given last, whose {@code time} satisfies the one-parameter {@code condition}. */
    String deleteOldest(String table, String key, String time, String condition);

    /** Whether {@code (a, b) < (?, ?)} is found in an index over both columns. */
    boolean indexesRowValues();

    EventLog eventLog(Sql sql);
}
