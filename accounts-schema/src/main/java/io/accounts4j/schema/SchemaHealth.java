package io.accounts4j.schema;

import io.accounts4j.health.Health;
import io.accounts4j.health.HealthCheck;
import io.accounts4j.health.TimedCheck;
import java.time.Duration;
import java.util.List;

/**
 * A health check that passes if every file of the schema is applied. A newer schema passes as well, because older nodes
 * continue during a roll-out. For hosts that apply the files with {@link AccountsSchema#migrate()}; other tooling writes no
 * history that this check could read. Thread-safe.
 */
public final class SchemaHealth implements HealthCheck {

    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final AccountsSchema schema;
    private final TimedCheck check;

    /** A check of {@code schema}. */
    public SchemaHealth(AccountsSchema schema) {
        this.schema = schema;
        this.check = new TimedCheck(
                "accounts-schema-health", PATIENCE, Health.fail("no answer from the database"), this::ask);
    }

    @Override
    public String name() {
        return "migrations";
    }

    @Override
    public Health check() {
        return check.check();
    }

    private Health ask() {
        try {
            List<Migration> pending = schema.missing();
            return pending.isEmpty() ? Health.pass() : Health.fail(pending.size() + " pending");
        } catch (RuntimeException e) {
            return Health.fail("the database cannot be read");
        }
    }
}
