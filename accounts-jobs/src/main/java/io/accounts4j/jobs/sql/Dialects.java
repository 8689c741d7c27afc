package io.accounts4j.jobs.sql;

import io.accounts4j.jdbc.Database;
import java.sql.Connection;
import java.sql.SQLException;

/** The databases we know. */
public final class Dialects {

    private Dialects() {}

    /** The dialect of the database behind {@code connection}; {@link io.accounts4j.jdbc.UnsupportedDatabaseException} where we have none. */
    public static Dialect of(Connection connection) throws SQLException {
        return switch (Database.of(connection)) {
            case POSTGRESQL -> new PostgresDialect();
            case MARIADB -> new MariaDbDialect();
            case H2 -> new H2Dialect();
        };
    }
}
