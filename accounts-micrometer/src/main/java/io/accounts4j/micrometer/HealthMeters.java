package io.accounts4j.micrometer;

import io.accounts4j.health.Health;
import io.accounts4j.health.HealthCheck;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.util.List;

/**
 * The results of health checks, as the gauge {@code accounts.health} by {@code check}: 1 for pass, 0 for fail. Each reading of
 * the gauge runs the check; a check that takes longer than a second shows its previous result.
 */
public final class HealthMeters implements MeterBinder {

    private final List<HealthCheck> checks;

    /** Meters for {@code checks}, whose names must differ. */
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
