package io.accounts4j.jobs;

import io.accounts4j.health.Health;
import io.accounts4j.health.HealthCheck;
import io.accounts4j.jobs.node.Node;

/** Whether one engine works, as far as it depends on this node. */
record EngineHealth(Node node) implements HealthCheck {

    @Override
    public String name() {
        return "engine";
    }

    @Override
    public Health check() {
        return node.trouble().map(Health::fail).orElseGet(Health::pass);
    }
}
