package io.accounts4j.jobs.node;

import io.accounts4j.health.Health;
import io.accounts4j.health.HealthCheck;

/** Checks that this node can execute jobs. */
public record EngineHealth(Node node) implements HealthCheck {

    @Override
    public String name() {
        return "engine";
    }

    @Override
    public Health check() {
        return node.trouble().map(Health::fail).orElseGet(Health::pass);
    }
}
