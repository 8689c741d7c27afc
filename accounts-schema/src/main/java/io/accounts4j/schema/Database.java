package io.accounts4j.schema;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;

/** The databases there are tables for. */
public enum Database {
    /** PostgreSQL 15 or newer; tested on 18. */
    POSTGRESQL("postgresql", "\"", "org.flywaydb:flyway-database-postgresql"),
    /** H2 2.x in its own mode. */
    H2("h2", "\"", ""),
    /** MariaDB 10.6 or newer, not MySQL; tested on 10.11. */
    MARIADB("mariadb", "`", "org.flywaydb:flyway-mysql");

    private final String product;
    private final String quote;
    private final String flywayModule;

    Database(String product, String quote, String flywayModule) {
        this.product = product;
        this.quote = quote;
        this.flywayModule = flywayModule;
    }

    /**
     * The database at the other end of {@code connection}.
     *
     * @throws IllegalArgumentException where there are no tables for it
     */
    public static Database of(Connection connection) throws SQLException {
        String product = connection.getMetaData().getDatabaseProductName();
        return named(product);
    }

    /**
     * The database of that name, in any case.
     *
     * @throws IllegalArgumentException where there are no tables for it
     */
    public static Database named(String product) {
        for (Database database : values()) {
            if (database.product.equals(product.toLowerCase(Locale.ROOT))) {
                return database;
            }
        }
        throw new IllegalArgumentException(
                "no tables for " + product + "; there are some for PostgreSQL, H2 and MariaDB");
    }

    /** The directory of its files. */
    String directory() {
        return product;
    }

    String quoted(String identifier) {
        return quote + identifier + quote;
    }

    /** What Flyway needs beside its core; empty where nothing. */
    String flywayModule() {
        return flywayModule;
    }
}
