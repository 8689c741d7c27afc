package io.accounts4j.examples.server;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import io.accounts4j.schema.AccountsSchema;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Objects;

/** Opens connection pools and brings the tables up to date. */
final class Database {

    /** As many as a job engine uses at once. */
    static final int JOB_CONNECTIONS = 3;

    private static final int SCHEMA_CONNECTIONS = 2;
    private static final long PATIENCE_MILLIS = Duration.ofSeconds(2).toMillis();

    private Database() {}

    /** Brings the tables up to date, on connections that may take their time. */
    static void migrate(Settings.Database settings) {
        try (HikariDataSource pool = open(settings, JdbcUrl.forSchema(settings), SCHEMA_CONNECTIONS)) {
            AccountsSchema.migrate(pool);
        }
    }

    /** A pool; {@link StartupException} when the database cannot be reached. */
    static HikariDataSource open(Settings.Database settings, int size) {
        return open(settings, JdbcUrl.of(settings), size);
    }

    private static HikariDataSource open(Settings.Database settings, String jdbcUrl, int size) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("accounts");
        config.setJdbcUrl(jdbcUrl);
        settings.url().user().ifPresent(config::setUsername);
        settings.url().password().map(Secret::reveal).ifPresent(config::setPassword);
        config.setMaximumPoolSize(size);
        config.setConnectionTimeout(PATIENCE_MILLIS);
        config.setValidationTimeout(PATIENCE_MILLIS / 2);
        try {
            return new HikariDataSource(config);
        } catch (PoolInitializationException e) {
            throw unreachable(settings, e);
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
                : "mend that";
    }
}
