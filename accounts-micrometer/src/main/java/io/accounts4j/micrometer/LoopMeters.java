package io.accounts4j.micrometer;

import io.accounts4j.supervision.LoopStatus;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;

/**
 * The states of supervised loops, by {@code loop}: {@code accounts.loops.restarts}, and {@code accounts.loops.running}, 1 or 0.
 * Covers the loops that exist at the time of binding; bind again for later loops.
 */
public final class LoopMeters implements MeterBinder {

    private final Supplier<List<LoopStatus>> loops;

    /** Meters for the loops that {@code loops} returns, such as {@code supervisor::status} or {@code engine::loops}. */
    public LoopMeters(Supplier<List<LoopStatus>> loops) {
        this.loops = loops;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        loops.get().stream().map(LoopStatus::name).forEach(loop -> bind(registry, loop));
    }

    private void bind(MeterRegistry registry, String loop) {
        FunctionCounter.builder("accounts.loops.restarts", loops, all -> value(all, loop, LoopStatus::restarts))
                .description("How often the loop went on after a crash")
                .tag("loop", loop)
                .register(registry);
        Gauge.builder("accounts.loops.running", loops, all -> value(all, loop, status -> status.running() ? 1 : 0))
                .description("Whether the loop works, rather than waiting to be started again: 1, or 0")
                .tag("loop", loop)
                .strongReference(true)
                .register(registry);
    }

    private static double value(Supplier<List<LoopStatus>> loops, String name, ToDoubleFunction<LoopStatus> value) {
        return loops.get().stream()
                .filter(loop -> loop.name().equals(name))
                .mapToDouble(value)
                .findFirst()
                .orElse(0);
    }
}
