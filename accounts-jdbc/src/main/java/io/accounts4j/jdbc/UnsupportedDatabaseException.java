package io.accounts4j.jdbc;

/** A database that is not one of {@link Database}. */
public final class UnsupportedDatabaseException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    UnsupportedDatabaseException(String name) {
        super("the database must be PostgreSQL, MariaDB or H2, got " + name + "; connect to one of these");
    }
}
