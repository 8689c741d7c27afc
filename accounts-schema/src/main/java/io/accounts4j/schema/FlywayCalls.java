package io.accounts4j.schema;

import io.accounts4j.jdbc.Database;
import io.accounts4j.jdbc.SchemaName;
import java.util.Optional;
import javax.sql.DataSource;

/** The calls of Flyway, an optional dependency. */
final class FlywayCalls {

    /** Flyway creates its history and the schema outside its lock, so that one of two nodes may fail and must try again. */
    private static final int ATTEMPTS = 3;

    private FlywayCalls() {}

    static void migrate(DataSource dataSource, Optional<SchemaName> schema, Database database) {
        try {
            migrate(dataSource, schema, database, ATTEMPTS);
        } catch (NoClassDefFoundError e) {
            throw missing(database, e);
        } catch (RuntimeException e) {
            if (lacksDatabase(e)) {
                throw missing(database, e);
            }
            throw Failures.of("the schema cannot be migrated", e);
        }
    }

    private static void migrate(DataSource dataSource, Optional<SchemaName> schema, Database database, int attempts) {
        try {
            FlywayRunner.migrate(dataSource, schema, database);
        } catch (RuntimeException e) {
            if (attempts == 1 || !Failures.isRace(e)) {
                throw e;
            }
            migrate(dataSource, schema, database, attempts - 1);
        }
    }

    /** The start of Flyway's message if its core is present and the module for the database is missing. */
    private static boolean lacksDatabase(RuntimeException e) {
        return String.valueOf(e.getMessage()).contains("Unsupported Database");
    }

    private static IllegalStateException missing(Database database, Throwable cause) {
        return new IllegalStateException(
                "the schema must be migrated and Flyway is missing: add " + modules(database)
                        + " (11 to 13), or apply AccountsSchema.files(" + database + ") with tooling of your own",
                cause);
    }

    private static String modules(Database database) {
        return switch (database) {
            case POSTGRESQL -> "org.flywaydb:flyway-core and org.flywaydb:flyway-database-postgresql";
            case MARIADB -> "org.flywaydb:flyway-core and org.flywaydb:flyway-mysql";
            case H2 -> "org.flywaydb:flyway-core";
        };
    }
}
