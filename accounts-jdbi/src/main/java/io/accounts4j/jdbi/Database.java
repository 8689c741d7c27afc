package io.accounts4j.jdbi;

import java.sql.Connection;
import java.sql.SQLException;

/** The databases accounts can be kept in. */
public enum Database {
    /** PostgreSQL 15 or newer; tested on 18. */
    POSTGRESQL,
    /** MariaDB 10.6 or newer, not MySQL; tested on 10.11. */
    MARIADB,
    /** H2 2, for development and tests. */
    H2;

    Dialect dialect() {
        return switch (this) {
            case POSTGRESQL -> new PostgresDialect();
            case MARIADB -> new MariaDbDialect();
            case H2 -> new H2Dialect();
        };
    }

    static Database of(Connection connection) throws SQLException {
        String product = connection.getMetaData().getDatabaseProductName();
        return switch (product) {
            case "PostgreSQL" -> POSTGRESQL;
            case "MariaDB" -> MARIADB;
            case "H2" -> H2;
            default ->
                throw new IllegalStateException(
                        "accounts-jdbi works on PostgreSQL, MariaDB and H2, not on " + product
                                + "; for a database that is one of these under another name say JdbiStore.over(jdbi, Database...)");
        };
    }
}
