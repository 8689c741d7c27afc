package io.accounts4j.schema;

import io.accounts4j.health.Health;
import io.accounts4j.health.HealthCheck;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * Whether every file of the schema is applied. A newer schema passes, for older nodes go on while newer ones are rolled
 * out. For hosts that apply the files with {@link AccountsSchema#migrate()}; other tooling keeps no history that this could
 * read. Thread-safe.
 */
public final class SchemaHealth implements HealthCheck {

    private static final int SECONDS = 3;

    private final AccountsSchema schema;
    private CompletableFuture<Health> look = CompletableFuture.completedFuture(Health.pass());

    /** Of the tables in {@code schema}. */
    public SchemaHealth(AccountsSchema schema) {
        this.schema = schema;
    }

    @Override
    public String name() {
        return "migrations";
    }

    @Override
    public Health check() {
        return look().copy()
                .completeOnTimeout(Health.fail("no answer from the database"), SECONDS, TimeUnit.SECONDS)
                .join();
    }

    /** A pool may wait much longer for a connection than whoever asks: at most one thread waits with it. */
    private synchronized CompletableFuture<Health> look() {
        if (look.isDone()) {
            look = CompletableFuture.supplyAsync(this::health, task -> {
                Thread thread = new Thread(task, "accounts-schema-health");
                thread.setDaemon(true);
                thread.start();
            });
        }
        return look;
    }

    private Health health() {
        try {
            List<Migration> pending = schema.missing();
            return pending.isEmpty() ? Health.pass() : Health.fail(pending.size() + " pending");
        } catch (RuntimeException e) {
            return Health.fail("the database cannot be read");
        }
    }
}
