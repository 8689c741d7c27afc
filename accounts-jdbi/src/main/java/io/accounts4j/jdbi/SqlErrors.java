package io.accounts4j.jdbi;

import io.accounts4j.kernel.StoreException;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientConnectionException;
import java.sql.SQLTransientException;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jdbi.v3.core.ConnectionException;
import org.jspecify.annotations.Nullable;

/**
 * Says what a driver's exception means. Its text stays behind, because databases quote rows in it: what comes out names
 * the SQLSTATE and the vendor's code, and keeps the stack.
 */
final class SqlErrors {

    private static final String EMAIL_KEY = "accounts_users_email_key";
    private static final int MARIADB_DUPLICATE = 1062;
    private static final int MARIADB_REFERENCED = 1451;

    /** Lock wait timeout, deadlock, changed since last read (all MariaDB), concurrent update, lock timeout (H2). */
    private static final Set<Integer> RETRYABLE_CODES = Set.of(1020, 1205, 1213, 90131, 50200);

    /** Serialization failure, deadlock, lock not available; H2: connection broken, database closed. */
    private static final Set<String> RETRYABLE_STATES = Set.of("40001", "40P01", "55P03", "90067", "90098", "90121");

    /** Undefined table, as PostgreSQL, MariaDB and H2 (two kinds) say it. */
    private static final Set<String> NO_TABLE = Set.of("42P01", "42S02", "42S03", "42S04");

    private SqlErrors() {}

    /** Whether another user has the address. */
    static boolean isEmailTaken(SQLException e) {
        return (e.getErrorCode() == MARIADB_DUPLICATE || "23505".equals(e.getSQLState()))
                && String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT).contains(EMAIL_KEY);
    }

    /** Whether rows of the host refer to what was to be deleted; PostgreSQL 18 has a state of its own for restrict. */
    static boolean isReferenced(SQLException e) {
        return e.getErrorCode() == MARIADB_REFERENCED
                || "23503".equals(e.getSQLState())
                || "23001".equals(e.getSQLState());
    }

    static boolean isMissingTable(SQLException e) {
        return NO_TABLE.contains(state(e));
    }

    static StoreException translate(RuntimeException e) {
        for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                return translate(sql);
            }
        }
        return new StoreException(
                "the database could not be used: " + e.getClass().getName(), false, null);
    }

    static StoreException translate(SQLException e) {
        return new StoreException(message(e), isRetryable(e), new DatabaseError(e));
    }

    /** No connection could be had. What has no SQLSTATE is no database's word but a pool's, such as one that is closed. */
    static StoreException translate(ConnectionException e) {
        boolean fromPool = e.getCause() instanceof SQLException sql && sql.getSQLState() == null;
        return fromPool
                ? new StoreException("the pool has no connection to give", true, e)
                : translate((RuntimeException) e);
    }

    private static String message(SQLException e) {
        if (isMissingTable(e)) {
            return "a table of accounts4j is missing: apply accounts-schema (" + DatabaseError.text(e) + ")";
        }
        return (isConnectionLost(e) ? "the database cannot be reached (" : "the database refused (")
                + DatabaseError.text(e) + ")";
    }

    static boolean isRetryable(SQLException e) {
        return isConnectionLost(e)
                || e instanceof SQLTransientException
                || RETRYABLE_STATES.contains(state(e))
                || RETRYABLE_CODES.contains(e.getErrorCode());
    }

    private static boolean isConnectionLost(SQLException e) {
        String state = state(e);
        return state.startsWith("08")
                || state.startsWith("53")
                || state.startsWith("57P0")
                || e instanceof SQLRecoverableException
                || e instanceof SQLTransientConnectionException
                || e instanceof SQLNonTransientConnectionException;
    }

    private static String state(SQLException e) {
        return Objects.requireNonNullElse(e.getSQLState(), "");
    }

    /** The stack and codes of a driver's exception without its text. */
    private static final class DatabaseError extends SQLException {
        private static final long serialVersionUID = 1L;

        DatabaseError(SQLException e) {
            super(text(e), e.getSQLState(), e.getErrorCode());
            setStackTrace(e.getStackTrace());
        }

        static String text(SQLException e) {
            @Nullable String state = e.getSQLState();
            return "SQLSTATE " + (state == null ? "unknown" : state) + ", error " + e.getErrorCode();
        }
    }
}
