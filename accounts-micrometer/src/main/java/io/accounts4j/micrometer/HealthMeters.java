package io.accounts4j.micrometer;

import io.accounts4j.health.Health;
import io.accounts4j.health.HealthCheck;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.util.List;

/**
 * Shows whether parts work, as {@code accounts.health}, 1 or 0, by {@code check}. Each reading of the gauge looks at the part; one
 * that has not answered within a second shows what it answered last.
 */
public final class HealthMeters implements MeterBinder {

    private final List<HealthCheck> checks;

    /** Of these parts, each under a name of its own. */
    public HealthMeters(HealthCheck... checks) {
        this.checks = List.of(checks);
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        checks.forEach(check -> Gauge.builder(
                        "accounts.health", new CachedValue<>(check::check, Duration.ZERO), HealthMeters::value)
                .description("Whether the part works: 1, or 0")
                .tag("check", check.name())
                .strongReference(true)
                .register(registry));
    }

    private static double value(CachedValue<Health> cached) {
        return cached.get().map(health -> health.ok() ? 1.0 : 0.0).orElse(Double.NaN);
    }
}
