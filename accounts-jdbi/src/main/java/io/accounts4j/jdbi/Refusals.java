package io.accounts4j.jdbi;

import io.accounts4j.jdbc.SqlErrorKind;
import io.accounts4j.jdbc.SqlErrors;
import io.accounts4j.kernel.StoreException;
import java.sql.SQLException;
import java.util.Locale;
import org.jdbi.v3.core.ConnectionException;

/** The {@link StoreException} for what a driver or Jdbi throws, and the refusals that are answers of a port. */
final class Refusals {

    private static final String EMAIL_KEY = "accounts_users_email_key";

    private Refusals() {}

    /** Returns whether another user has the address. */
    static boolean isEmailTaken(SQLException e) {
        return SqlErrors.isDuplicate(e)
                && String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT).contains(EMAIL_KEY);
    }

    /** Returns whether rows of the host refer to the row that was to be deleted. */
    static boolean isReferenced(SQLException e) {
        return SqlErrors.kind(e) == SqlErrorKind.REFERENCED;
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
        return SqlErrors.toStoreException(message(SqlErrors.kind(e)), e);
    }

    static StoreException translate(ConnectionException e) {
        return e.getCause() instanceof SQLException sql
                ? SqlErrors.noConnection("no connection to the database", sql)
                : translate((RuntimeException) e);
    }

    private static String message(SqlErrorKind kind) {
        return switch (kind) {
            case UNAVAILABLE -> "the database cannot be reached";
            default -> "the database refused";
        };
    }
}
