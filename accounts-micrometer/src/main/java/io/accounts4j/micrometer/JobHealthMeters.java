package io.accounts4j.micrometer;

import io.accounts4j.job.JobHealth;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;

/**
 * The health figures of the jobs, equal on all nodes: {@code accounts.jobs.oldest.due}, {@code accounts.jobs.oldest.executing}, {@code accounts.jobs.warnings}, {@code accounts.jobs.nodes}, {@code
 * accounts.jobs.queues.paused}, {@code accounts.jobs.dead.tuples} and {@code accounts.jobs.oldest.snapshot}. Queried at most every
 * ten seconds; NaN while the database is down and for figures that the database does not have.
 */
public final class JobHealthMeters implements MeterBinder {

    private static final String SECONDS = "seconds";

    private final CachedValue<JobHealth> health;

    /** Meters for the figures that {@code look} returns, such as {@code jobHealthCheck::look}. */
    public JobHealthMeters(Supplier<JobHealth> look) {
        this.health = new CachedValue<>(look, Duration.ofSeconds(10));
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        register(
                registry,
                gauge("oldest.due", seen -> seconds(seen.oldestDue()))
                        .description("How long the job has waited that is due the longest; 0 where none is")
                        .baseUnit(SECONDS));
        register(
                registry,
                gauge("oldest.executing", seen -> seconds(seen.oldestExecuting()))
                        .description(
                                "How long the job has been executing that is executing the longest; 0 where none is")
                        .baseUnit(SECONDS));
        register(
                registry,
                gauge("warnings", seen -> seen.warnings().size())
                        .description("Figures of the jobs beyond their limit"));
        register(registry, gauge("nodes", JobHealth::liveNodes).description("Nodes that live"));
        register(
                registry,
                gauge("queues.paused", seen -> seen.pausedQueues().size())
                        .description("Queues paused or stopped on all nodes"));
        register(
                registry,
                gauge(
                                "dead.tuples",
                                seen -> seen.deadTuples().isPresent()
                                        ? seen.deadTuples().getAsLong()
                                        : Double.NaN)
                        .description("Row versions that wait to be vacuumed"));
        register(
                registry,
                gauge("oldest.snapshot", seen -> seconds(seen.oldestSnapshot()))
                        .description(
                                "How long a transaction has kept row versions from being vacuumed; 0 where none does")
                        .baseUnit(SECONDS));
    }

    private Gauge.Builder<CachedValue<JobHealth>> gauge(String name, ToDoubleFunction<JobHealth> value) {
        return Gauge.builder(
                "accounts.jobs." + name,
                health,
                cached -> cached.get().map(value::applyAsDouble).orElse(Double.NaN));
    }

    private static void register(MeterRegistry registry, Gauge.Builder<?> gauge) {
        gauge.strongReference(true).register(registry);
    }

    private static double seconds(Optional<Duration> age) {
        return age.orElse(Duration.ZERO).toMillis() / 1000.0;
    }
}
