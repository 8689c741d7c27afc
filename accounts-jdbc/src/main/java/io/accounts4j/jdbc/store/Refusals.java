package io.accounts4j.jdbc.store;

import io.accounts4j.jdbc.SqlErrorKind;
import io.accounts4j.jdbc.SqlErrors;
import java.sql.SQLException;
import java.util.Locale;

/** The errors of a database that are answers of a port. Stateless and thread-safe. */
public final class Refusals {

    private static final String EMAIL_KEY = "accounts_users_email_key";

    private Refusals() {}

    /** Returns whether another user has the address. */
    public static boolean isEmailTaken(SQLException e) {
        return SqlErrors.isDuplicate(e)
                && String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT).contains(EMAIL_KEY);
    }

    /** Returns whether rows of the host refer to the row that was to be deleted. */
    public static boolean isReferenced(SQLException e) {
        return SqlErrors.kind(e) == SqlErrorKind.REFERENCED;
    }
}
