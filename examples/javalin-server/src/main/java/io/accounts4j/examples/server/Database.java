package io.accounts4j.examples.server;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import io.accounts4j.schema.AccountsSchema;
import java.io.IOException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Objects;
import java.util.Properties;

/** Opens connection pools and migrates the schema. */
final class Database {

    /** The connections that a job engine uses at once, two for the event bus and one for the figures of jobs. */
    static final int BACKGROUND_CONNECTIONS = 5 + 2 + 1;

    private static final int SCHEMA_CONNECTIONS = 2;
    private static final long PATIENCE_MILLIS = Duration.ofSeconds(2).toMillis();

    private Database() {}

    /** Migrates the schema, on connections without a short read timeout. */
    static void migrate(Settings.Database settings) {
        settings.url().file().ifPresent(Database::keepToOwner);
        try (HikariDataSource pool =
                open(settings, JdbcUrl.forSchema(settings), "accounts-schema", SCHEMA_CONNECTIONS)) {
            AccountsSchema.migrate(pool);
        }
    }

    /** Opens a pool of that name; {@link StartupException} if the database cannot be reached. */
    static HikariDataSource open(Settings.Database settings, String name, int size) {
        return open(settings, JdbcUrl.of(settings), name, size);
    }

    private static HikariDataSource open(Settings.Database settings, String jdbcUrl, String name, int size) {
        HikariConfig config = new HikariConfig();
        config.setPoolName(name);
        config.setDataSource(ReconnectingDataSource.of(jdbcUrl, login(settings)));
        config.setMaximumPoolSize(size);
        config.setConnectionTimeout(PATIENCE_MILLIS);
        config.setValidationTimeout(PATIENCE_MILLIS / 2);
        try {
            return new HikariDataSource(config);
        } catch (PoolInitializationException e) {
            throw unreachable(settings, e);
        }
    }

    private static Properties login(Settings.Database settings) {
        Properties login = new Properties();
        settings.url().user().ifPresent(user -> login.setProperty("user", user));
        settings.url().password().map(Secret::reveal).ifPresent(password -> login.setProperty("password", password));
        return login;
    }

    private static void keepToOwner(Path file) {
        Path directory = file.resolveSibling("");
        try {
            OwnerOnly.makeDirectory(directory);
            OwnerOnly.requireDirectory(directory);
            OwnerOnly.makeFile(file);
            OwnerOnly.requireFile(file);
        } catch (IOException e) {
            throw new StartupException("The directory " + directory + " cannot be created (" + e.getMessage()
                    + "): make its parent writable, or set DATABASE_URL to another one.");
        }
    }

    private static StartupException unreachable(Settings.Database settings, Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        String reason = String.valueOf(cause.getMessage()).lines().findFirst().orElse("no reason given");
        return new StartupException("The database " + settings.url().location() + " cannot be opened (" + reason.strip()
                + "): " + remedy(settings, cause) + ", or set DATABASE_URL to another one.");
    }

    private static String remedy(Settings.Database settings, Throwable cause) {
        if (settings.url().kind() == DatabaseUrl.Kind.H2) {
            return "stop what else uses it";
        }
        if (cause instanceof SocketException || cause instanceof SocketTimeoutException) {
            return "start it";
        }
        boolean noConnection = cause instanceof SQLException refused
                && Objects.requireNonNullElse(refused.getSQLState(), "").startsWith("08");
        return noConnection && settings.verifyTls()
                ? "let it offer TLS, or say DATABASE_TLS=off where the network is trusted"
                : "correct that";
    }
}
