package io.accounts4j.testkit;

import io.accounts4j.health.Health;
import io.accounts4j.health.HealthCheck;

/** A health check that passes while a {@link Database} is available. */
final class InMemoryHealthCheck implements HealthCheck {

    private final Database database;

    InMemoryHealthCheck(Database database) {
        this.database = database;
    }

    @Override
    public String name() {
        return "database";
    }

    @Override
    public Health check() {
        return database.isAvailable() ? Health.pass() : Health.fail("the database is gone");
    }
}
