package io.accounts4j.jdbi;

import io.accounts4j.jdbc.SqlErrors;
import io.accounts4j.kernel.StoreException;
import java.sql.SQLException;
import org.jdbi.v3.core.ConnectionException;

/** The {@link StoreException} for what Jdbi throws. */
final class JdbiErrors {

    private JdbiErrors() {}

    static StoreException toStoreException(RuntimeException e) {
        for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                return SqlErrors.toStoreException(sql);
            }
        }
        return new StoreException(
                "the database could not be used: " + e.getClass().getName(), false, null);
    }

    static StoreException toStoreException(ConnectionException e) {
        return e.getCause() instanceof SQLException sql
                ? SqlErrors.noConnection("no connection to the database", sql)
                : toStoreException((RuntimeException) e);
    }
}
