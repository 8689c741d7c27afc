package io.accounts4j.jobs.sql;

import java.sql.Connection;
import java.sql.SQLException;

/** The databases we know. */
public final class Dialects {

    private Dialects() {}

    /** The dialect of the database behind {@code connection}; {@link IllegalStateException} where we have none. */
    public static Dialect of(Connection connection) throws SQLException {
        String product = connection.getMetaData().getDatabaseProductName();
        return switch (product) {
            case "PostgreSQL" -> new PostgresDialect();
            case "H2" -> new H2Dialect();
            case "MariaDB" -> new MariaDbDialect();
            default ->
                throw new IllegalStateException("accounts-jobs does not know " + product
                        + ": give it a connection to PostgreSQL, MariaDB or H2, or use another JobQueue");
        };
    }
}
