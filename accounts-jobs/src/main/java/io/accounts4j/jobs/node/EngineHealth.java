package io.accounts4j.jobs.node;

import io.accounts4j.health.Health;
import io.accounts4j.health.HealthCheck;

/** Whether one engine works, as far as it depends on this node. */
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
