package io.accounts4j.testdatabases;

import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;

/** Starts each server at most once, also after a failure. */
final class Servers {

    private static final String POSTGRES_URL = "ACCOUNTS_TEST_POSTGRES_URL";
    private static final String MARIADB_URL = "ACCOUNTS_TEST_MARIADB_URL";

    private final Map<TestDatabase, DatabaseServer> running = new EnumMap<>(TestDatabase.class);
    private final Map<TestDatabase, Exception> broken = new EnumMap<>(TestDatabase.class);

    synchronized DatabaseServer of(TestDatabase database) {
        @Nullable DatabaseServer server = running.get(database);
        if (server == null) {
            server = start(database);
            running.put(database, server);
        }
        return server;
    }

    private DatabaseServer start(TestDatabase database) {
        @Nullable Exception cause = broken.get(database);
        if (cause != null) {
            throw unavailable(database, cause);
        }
        try {
            return started(database);
        } catch (Exception e) {
            broken.put(database, e);
            throw unavailable(database, e);
        }
    }

    private static DatabaseServer started(TestDatabase database) throws Exception {
        if (Environment.leavesOut(database)) {
            throw new NotInstalledException("left out by " + Environment.LEAVE_OUT);
        }
        return switch (database) {
            case H2 -> new H2Server();
            case POSTGRES -> orElse(POSTGRES_URL, EmbeddedPostgresServer::start);
            case MARIADB -> orElse(MARIADB_URL, MariaDbServer::start);
        };
    }

    private static DatabaseServer orElse(String variable, Starter starter) throws Exception {
        @Nullable String url = System.getenv(variable);
        return url == null ? starter.start() : JdbcServer.at(url, "of " + variable);
    }

    private static RuntimeException unavailable(TestDatabase database, Exception cause) {
        String message = database + " is not available: " + cause.getMessage();
        if (cause instanceof NotInstalledException && !Environment.requiresDatabases()) {
            Assumptions.abort(message);
        }
        return new IllegalStateException(message, cause);
    }

    private interface Starter {
        DatabaseServer start() throws Exception;
    }
}
