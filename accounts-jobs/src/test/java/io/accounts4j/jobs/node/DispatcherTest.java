package io.accounts4j.jobs.node;

import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import io.accounts4j.job.JobOptions;
import io.accounts4j.job.JobResult;
import io.accounts4j.job.NewJob;
import io.accounts4j.jobs.CurrentConnection;
import io.accounts4j.jobs.JdbcJobQueue;
import io.accounts4j.jobs.sql.Database;
import io.accounts4j.jobs.sql.Json;
import io.accounts4j.jobs.sql.Schema;
import io.accounts4j.schema.AccountsSchema;
import io.accounts4j.testdatabases.TestDatabase;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Claimed jobs for which no thread is available. */
class DispatcherTest {

    private static final Duration LONG = Duration.ofSeconds(30);

    private final Set<String> done = ConcurrentHashMap.newKeySet();

    @Test
    void jobsThatGetNoThreadGoBackAndRunLater() throws SQLException {
        try (HikariDataSource pool = TestDatabase.H2.freshDatabase()) {
            AccountsSchema.migrate(pool);
            JdbcJobQueue queue = JdbcJobQueue.on(CurrentConnection.from(pool));
            for (String name : Set.of("one", "two", "three")) {
                queue.enqueue(NewJob.of("test.job", Map.of("name", name), JobOptions.queue("default")));
            }
            Settings settings = settings();
            Database database = new Database(pool, Schema.ofConnection());
            Heartbeat heartbeat = new Heartbeat(database, "test", settings, () -> {}, () -> {});
            ShortOfThreads threads = new ShortOfThreads();
            Dispatcher dispatcher = new Dispatcher(
                    database,
                    heartbeat,
                    new Queues(database, "test", settings.limits(), LONG),
                    new Executor(settings, threads, database, () -> {}),
                    settings);
            heartbeat.loop().start();
            dispatcher.loop().start();

            await().atMost(LONG).until(() -> done.equals(Set.of("one", "two", "three")));
            dispatcher.loop().stop(LONG);
            heartbeat.close(LONG);
            threads.shutdownNow();
        }
    }

    private Settings settings() {
        Handling handling = Handling.of((job, claim) -> {
            done.add(String.valueOf(Json.toArguments(job.arguments().json()).get("name")));
            return JobResult.complete();
        });
        Duration quick = Duration.ofMillis(50);
        return new Settings(
                Map.of("default", 3),
                Map.of("test.job", handling),
                Set.of(),
                event -> {},
                new Settings.Timing(quick, quick, LONG, LONG));
    }

    /** Has no thread for the second job it is given, as a machine out of memory. */
    private static final class ShortOfThreads extends ThreadPoolExecutor {
        private final AtomicInteger asked = new AtomicInteger();

        ShortOfThreads() {
            super(1, 1, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>());
        }

        @Override
        public void execute(Runnable task) {
            if (asked.incrementAndGet() == 2) {
                throw new OutOfMemoryError("unable to create native thread");
            }
            super.execute(task);
        }
    }
}
