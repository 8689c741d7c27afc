package io.accounts4j.micrometer;

import io.accounts4j.job.JobConsole;
import io.accounts4j.job.JobCount;
import io.accounts4j.job.JobState;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.util.List;

/**
 * The numbers of stored jobs, as {@code accounts.jobs.stored} by {@code queue} and {@code state}. All nodes report the same
 * number, so a dashboard shows the maximum, not the sum. Counted at most every ten seconds, up to the console's bound; NaN while
 * the database is down.
 */
public final class QueueMeters implements MeterBinder {

    private final CachedValue<List<JobCount>> counts;
    private final List<String> queues;

    /** Meters for {@code queues}, counted by {@code console}. */
    public QueueMeters(JobConsole console, String... queues) {
        this.counts = new CachedValue<>(console::counts, Duration.ofSeconds(10));
        this.queues = List.of(queues);
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        for (String queue : queues) {
            for (JobState state : JobState.values()) {
                Gauge.builder("accounts.jobs.stored", counts, known -> count(known, queue, state))
                        .description("Jobs in the database")
                        .tags("queue", queue, "state", state.code())
                        .strongReference(true)
                        .register(registry);
            }
        }
    }

    private static double count(CachedValue<List<JobCount>> counts, String queue, JobState state) {
        return counts.get()
                .map(known -> known.stream()
                        .filter(count -> count.queue().equals(queue) && count.state() == state)
                        .mapToDouble(JobCount::count)
                        .sum())
                .orElse(Double.NaN);
    }
}
