package io.accounts4j.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;

/** The supported databases. docs/schema.md lists their settings. */
public enum Database {
    /** PostgreSQL 15 or newer; tested on 18. */
    POSTGRESQL("PostgreSQL", '"'),
    /** MariaDB 10.6 or newer, not MySQL; tested on 10.11. */
    MARIADB("MariaDB", '`'),
    /** H2 2.x in its own mode, for development and tests. */
    H2("H2", '"');

    private final String product;
    private final char quote;

    Database(String product, char quote) {
        this.product = product;
        this.quote = quote;
    }

    /**
     * Returns the database at the other end of {@code connection}, by the name its driver reports.
     *
     * @throws UnsupportedDatabaseException for another product
     */
    public static Database of(Connection connection) throws SQLException {
        return named(connection.getMetaData().getDatabaseProductName());
    }

    /**
     * Returns the database of that name, such as {@code PostgreSQL} or {@code postgresql}: upper and lower case are equal.
     *
     * @throws UnsupportedDatabaseException for another name
     */
    public static Database named(String name) {
        for (Database database : values()) {
            if (database.product.toLowerCase(Locale.ROOT).equals(name.toLowerCase(Locale.ROOT))) {
                return database;
            }
        }
        throw new UnsupportedDatabaseException(name);
    }

    /** Returns {@code identifier} as statements contain it when its case is to be kept. */
    public String quoted(String identifier) {
        return quote + identifier + quote;
    }
}
