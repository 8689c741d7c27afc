package io.accounts4j.jdbi;

import io.accounts4j.jdbc.Database;

/** The dialect of each database. */
final class Dialects {

    private Dialects() {}

    static Dialect of(Database database) {
        return switch (database) {
            case POSTGRESQL -> new PostgresDialect();
            case MARIADB -> new MariaDbDialect();
            case H2 -> new H2Dialect();
        };
    }
}
