package io.accounts4j.micrometer;

import io.accounts4j.job.JobEvent;
import io.accounts4j.job.JobListener;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter.MeterProvider;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Timers of the jobs of an engine: waiting time, run time and outcome, by {@code kind} and {@code queue}. The first hundred kinds
 * and queues keep their name, all further ones are {@code other}. A listener for {@code
 * JobEngine.builder(…).listener(…)}. Thread-safe.
 */
public final class JobMeters implements JobListener {

    private final MeterRegistry registry;
    private final MeterProvider<Timer> waited;
    private final MeterProvider<Timer> ran;
    private final BoundedNames kinds = new BoundedNames();
    private final BoundedNames queues = new BoundedNames();
    private final ConcurrentMap<String, AtomicInteger> executing = new ConcurrentHashMap<>();
    /** The running attempts of this node. An orphan of a dead node may end here without a start here. */
    private final ConcurrentMap<JobEvent.Subject, Integer> begun = new ConcurrentHashMap<>();

    /** Meters in {@code registry}. */
    public JobMeters(MeterRegistry registry) {
        this.registry = registry;
        this.waited = Timer.builder("accounts.jobs.queue.time")
                .description("How long an attempt waited after it was due")
                .withRegistry(registry);
        this.ran = Timer.builder("accounts.jobs.duration")
                .description("How long an attempt ran")
                .withRegistry(registry);
    }

    @Override
    public void on(JobEvent event) {
        String queue = queues.bounded(event.job().queue());
        Tags tags = Tags.of("kind", kinds.bounded(event.job().kind()), "queue", queue);
        if (event instanceof JobEvent.Started started) {
            begun.merge(started.job(), 1, Integer::sum);
            executing(queue).incrementAndGet();
            waited.withTags(tags).record(started.queueTime());
        } else if (event instanceof JobEvent.Stopped stopped) {
            ended(stopped.job(), queue, tags.and(outcome(stopped.outcome())), stopped.duration());
        } else if (event instanceof JobEvent.Failed failed) {
            ended(failed.job(), queue, tags.and(outcome(failed.outcome())), failed.duration());
        }
    }

    private void ended(JobEvent.Subject job, String queue, Tags tags, Duration duration) {
        // One atomic step, or two attempts that end at once could decrement the gauge for the same attempt.
        begun.computeIfPresent(job, (same, count) -> {
            executing(queue).decrementAndGet();
            return count > 1 ? Integer.valueOf(count - 1) : null;
        });
        ran.withTags(tags).record(duration);
    }

    private static Tag outcome(JobEvent.Outcome outcome) {
        return Tag.of("outcome", outcome.name().toLowerCase(Locale.ROOT));
    }

    private AtomicInteger executing(String queue) {
        return executing.computeIfAbsent(queue, this::gauge);
    }

    private AtomicInteger gauge(String queue) {
        AtomicInteger count = new AtomicInteger();
        Gauge.builder("accounts.jobs.executing", count, AtomicInteger::get)
                .description("Attempts that run now on this node")
                .tag("queue", queue)
                .register(registry);
        return count;
    }
}
