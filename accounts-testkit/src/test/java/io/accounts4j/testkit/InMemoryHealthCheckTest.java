package io.accounts4j.testkit;

import io.accounts4j.health.HealthCheck;
import io.accounts4j.testkit.contract.HealthCheckContract;

class InMemoryHealthCheckTest implements HealthCheckContract {

    @Override
    public HealthCheck working() {
        return new InMemoryStore().health();
    }

    @Override
    public HealthCheck broken() {
        InMemoryStore store = new InMemoryStore();
        store.fail();
        return store.health();
    }
}
