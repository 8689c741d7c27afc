package io.accounts4j.examples.server;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import io.accounts4j.schema.AccountsSchema;
import java.time.Duration;

/** Opens connection pools and brings the tables up to date. */
final class Database {

    /** As many as a job runner uses at once. */
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
        String remedy = settings.url().kind() == DatabaseUrl.Kind.H2 ? "stop what else uses it" : "start it";
        return new StartupException("The database " + settings.url().location() + " cannot be opened (" + reason.strip()
                + "): " + remedy + ", or set DATABASE_URL to another one.");
    }
}
