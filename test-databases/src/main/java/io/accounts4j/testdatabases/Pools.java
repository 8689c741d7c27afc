package io.accounts4j.testdatabases;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Pools that hold no connection while unused, so that each test can have a database. */
final class Pools {

    private static final Queue<HikariDataSource> OPEN = new ConcurrentLinkedQueue<>();
    private static final ScheduledExecutorService HOUSEKEEPING = housekeeping();

    private Pools() {}

    static HikariDataSource open(String url, String user, String password) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setUsername(user);
        config.setPassword(password);
        config.setMaximumPoolSize(40);
        config.setMinimumIdle(0);
        config.setIdleTimeout(TimeUnit.SECONDS.toMillis(10));
        config.setInitializationFailTimeout(-1);
        config.setScheduledExecutor(HOUSEKEEPING);
        HikariDataSource pool = new HikariDataSource(config);
        OPEN.add(pool);
        return pool;
    }

    static void close() {
        OPEN.forEach(HikariDataSource::close);
    }

    private static ScheduledExecutorService housekeeping() {
        ScheduledThreadPoolExecutor executor = new ScheduledThreadPoolExecutor(1, work -> {
            Thread thread = new Thread(work, "test-databases-housekeeping");
            thread.setDaemon(true);
            return thread;
        });
        executor.setRemoveOnCancelPolicy(true);
        return executor;
    }
}
