package io.accounts4j.micrometer;

import static org.assertj.core.api.Assertions.assertThat;

import io.accounts4j.health.Health;
import io.accounts4j.health.HealthCheck;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class HealthMetersTest {

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final AtomicBoolean works = new AtomicBoolean(true);

    @Test
    void showsEachPartAsItIsNow() {
        new HealthMeters(check("database", works), check("jobs", new AtomicBoolean(true))).bindTo(registry);
        assertThat(value("database")).isEqualTo(1);

        works.set(false);

        assertThat(value("database")).isZero();
        assertThat(value("jobs")).isEqualTo(1);
    }

    private double value(String check) {
        return registry.get("accounts.health").tag("check", check).gauge().value();
    }

    private static HealthCheck check(String name, AtomicBoolean works) {
        return new HealthCheck() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public Health check() {
                return works.get() ? Health.pass() : Health.fail("out of order");
            }
        };
    }
}
