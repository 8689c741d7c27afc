package io.accounts4j.jdbc;

import io.accounts4j.kernel.StoreException;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTimeoutException;
import java.sql.SQLTransientException;
import org.jspecify.annotations.Nullable;

/**
 * The one classification of an {@link SQLException}, by SQLState and vendor code. Messages of drivers quote rows and
 * statements, so only codes are passed on. Stateless and thread-safe.
 */
public final class SqlErrors {

    private SqlErrors() {}

    /**
     * Returns the meaning of {@code e}. The codes decide; the exception's class only where a driver or pool gives no code,
     * because MariaDB's driver throws {@code SQLTransientConnectionException} for every error of SQLState HY000.
     */
    public static SqlErrorKind kind(SQLException e) {
        SqlErrorKind known = SqlErrorTable.find(e.getSQLState(), e.getErrorCode());
        if (known != null) {
            return known;
        }
        return hasCode(e) ? SqlErrorKind.PERMANENT : byClass(e);
    }

    private static boolean hasCode(SQLException e) {
        return e.getSQLState() != null || e.getErrorCode() != 0;
    }

    private static SqlErrorKind byClass(SQLException e) {
        if (e instanceof SQLTimeoutException) {
            return SqlErrorKind.STATEMENT_TIMEOUT;
        }
        return e instanceof SQLTransientException
                        || e instanceof SQLRecoverableException
                        || e instanceof SQLNonTransientConnectionException
                ? SqlErrorKind.UNAVAILABLE
                : SqlErrorKind.PERMANENT;
    }

    /** Returns whether the same transaction may succeed later; false for everything unknown. */
    public static boolean isRetryable(SQLException e) {
        return kind(e).isRetryable();
    }

    /** Returns whether the database ended the transaction in favour of another, at once and not after a wait. */
    public static boolean isRolledBack(SQLException e) {
        return kind(e) == SqlErrorKind.CONFLICT;
    }

    /** Returns whether another transaction was in the way, so that the same transaction is likely to succeed now. */
    public static boolean isConflict(SQLException e) {
        return isRolledBack(e) || kind(e) == SqlErrorKind.LOCK_TIMEOUT;
    }

    /** Returns whether a unique key is taken. */
    public static boolean isDuplicate(SQLException e) {
        return kind(e) == SqlErrorKind.DUPLICATE;
    }

    /**
     * Returns the exception that a port throws for {@code e}.
     *
     * @param failure the event, such as "a job was not completed"; the codes are appended, and the remedy where there is one
     */
    public static StoreException toStoreException(String failure, SQLException e) {
        return new StoreException(failure + " (" + codes(e) + ")" + kind(e).remedy(), isRetryable(e), withoutText(e));
    }

    /** Returns the exception that a port throws for {@code e}, without a word on the event. */
    public static StoreException toStoreException(SQLException e) {
        return toStoreException(
                kind(e) == SqlErrorKind.UNAVAILABLE ? "the database cannot be reached" : "the database refused", e);
    }

    /**
     * Returns the exception that a port throws when {@code e} was thrown instead of a connection. Without any code {@code e}
     * comes from a pool, such as one that is closed, and is retryable.
     *
     * @param failure the event, such as "no connection"; the codes are appended
     */
    public static StoreException noConnection(String failure, SQLException e) {
        return new StoreException(failure + " (" + codes(e) + ")", !hasCode(e) || isRetryable(e), withoutText(e));
    }

    /** Returns the codes and the class of {@code e}, without its message. */
    public static String codes(SQLException e) {
        @Nullable String state = e.getSQLState();
        return "SQLState " + (state == null ? "unknown" : state) + ", error " + e.getErrorCode() + ", "
                + e.getClass().getSimpleName();
    }

    private static SQLException withoutText(SQLException e) {
        SQLException stripped = new SQLException(codes(e), e.getSQLState(), e.getErrorCode());
        stripped.setStackTrace(e.getStackTrace());
        return stripped;
    }
}
