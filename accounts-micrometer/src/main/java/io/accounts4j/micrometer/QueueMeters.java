package io.accounts4j.micrometer;

import io.accounts4j.job.JobConsole;
import io.accounts4j.job.JobCount;
import io.accounts4j.job.JobState;
import io.accounts4j.kernel.AccountsException;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Shows how many jobs are stored, as {@code accounts.jobs.stored} by {@code queue} and {@code state}. All nodes show the same:
 * take the greatest, not the sum. Counted at most every ten seconds, up to the bound of the console; no number where the
 * database cannot be asked.
 */
public final class QueueMeters implements MeterBinder {

    private static final Duration FRESH = Duration.ofSeconds(10);

    private final JobConsole console;
    private final List<String> queues;
    private Optional<List<JobCount>> counts = Optional.empty();
    private long countedAt = System.nanoTime() - FRESH.toNanos();

    /** Of these queues, as {@code console} sees them. */
    public QueueMeters(JobConsole console, String... queues) {
        this.console = console;
        this.queues = List.of(queues);
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        for (String queue : queues) {
            for (JobState state : JobState.values()) {
                Gauge.builder("accounts.jobs.stored", this, meters -> meters.count(queue, state))
                        .description("Jobs in the database")
                        .tags("queue", queue, "state", state.code())
                        .strongReference(true)
                        .register(registry);
            }
        }
    }

    private double count(String queue, JobState state) {
        return fresh().map(known -> count(known, queue, state)).orElse(Double.NaN);
    }

    private static double count(List<JobCount> counts, String queue, JobState state) {
        return counts.stream()
                .filter(count -> count.queue().equals(queue) && count.state() == state)
                .mapToLong(JobCount::count)
                .sum();
    }

    private synchronized Optional<List<JobCount>> fresh() {
        if (System.nanoTime() - countedAt >= FRESH.toNanos()) {
            counts = counted();
            countedAt = System.nanoTime();
        }
        return counts;
    }

    private Optional<List<JobCount>> counted() {
        try {
            return Optional.of(console.counts());
        } catch (AccountsException e) {
            return Optional.empty();
        }
    }
}
