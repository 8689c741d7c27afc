package io.accounts4j.integration.faults;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.accounts4j.eventbus.PostgresEventBus;
import io.accounts4j.jobs.JobEngine;
import io.accounts4j.jobs.JobEngineBuilder;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;

/** A process that runs jobs until it is ended, and notes each run. */
final class WorkerProcess {

    /** Printed once the engine is closed, before the milliseconds that this took. */
    static final String ENGINE_CLOSED = "engine closed after ms: ";

    private WorkerProcess() {}

    /** With settings as {@code name=value}; see {@link NodeSettings}. */
    public static void main(String[] arguments) throws InterruptedException {
        Map<String, String> settings = new TreeMap<>();
        for (String argument : arguments) {
            String[] pair = argument.split("=", 2);
            settings.put(pair[0], pair[1]);
        }
        HikariDataSource dataSource = pool(settings);
        PostgresEventBus bus = PostgresEventBus.over(dataSource);
        RunJournal journal = RunJournal.in(Path.of(settings.get("journal")));
        JobEngine engine = engine(settings, dataSource)
                .handlers(List.of(new NotingHandler(journal)))
                .wakeUps(bus)
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            long began = System.nanoTime();
            engine.close();
            System.out.println(ENGINE_CLOSED + millisSince(began));
            bus.close();
            System.out.println("bus closed after " + millisSince(began) + " ms");
            dataSource.close();
        }));
        System.out.println("ready");
        new CountDownLatch(1).await();
    }

    private static long millisSince(long began) {
        return (System.nanoTime() - began) / 1_000_000;
    }

    private static JobEngineBuilder engine(Map<String, String> settings, HikariDataSource dataSource) {
        JobEngineBuilder builder = JobEngine.builder(dataSource)
                .name(settings.get("name"))
                .queue(settings.get("queue"), Integer.parseInt(settings.get("limit")));
        if (settings.containsKey("ttl")) {
            builder.poll(Duration.parse(settings.get("poll")))
                    .heartbeat(Duration.parse(settings.get("beat")), Duration.parse(settings.get("ttl")))
                    .backoff(attempt -> Duration.ofMillis(100))
                    .grace(Duration.parse(settings.get("grace")));
        }
        return builder;
    }

    private static HikariDataSource pool(Map<String, String> settings) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(settings.get("url"));
        config.setUsername(settings.get("user"));
        config.setPassword(settings.get("password"));
        config.addDataSourceProperty("ApplicationName", settings.get("name"));
        config.setConnectionTimeout(5_000);
        config.setInitializationFailTimeout(-1);
        config.setMaximumPoolSize(6);
        return new HikariDataSource(config);
    }
}
