package io.accounts4j.jobs;

import io.accounts4j.job.JobState;
import io.accounts4j.jobs.node.Ranges;
import io.accounts4j.jobs.sql.PruneRule;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How long jobs stay in the table once they are finished, by the database's clock; they are removed within about a minute
 * after that, completed ones that are kept for no time as they complete. Give the same to every node: of two, the shorter one counts. Immutable.
 */
public final class Retention {

    private static final Duration LONGEST = Duration.ofDays(36_500);

    private final Map<JobState, Map<String, Duration>> kept;

    private Retention(Map<JobState, Map<String, Duration>> kept) {
        this.kept = kept;
    }

    /** Completed and cancelled ones for 24 hours, discarded ones for 30 days. */
    public static Retention standard() {
        return forever()
                .keep(JobState.COMPLETED, Duration.ofHours(24))
                .keep(JobState.CANCELLED, Duration.ofHours(24))
                .keep(JobState.DISCARDED, Duration.ofDays(30));
    }

    /** Every job stays until somebody removes it. */
    public static Retention forever() {
        return new Retention(Map.of());
    }

    /** The same, with jobs in that final state kept for {@code time}, 0 to 36,500 days, in queues of which nothing else is said. */
    public Retention keep(JobState state, Duration time) {
        return with("", state, time);
    }

    /** The same, with jobs of {@code queue} in that final state kept for {@code time}, 0 to 36,500 days. */
    public Retention keep(String queue, JobState state, Duration time) {
        if (queue.isEmpty()) {
            throw new IllegalArgumentException(
                    "queue must have a name, got none; for all queues use keep(state, time)");
        }
        return with(queue, state, time);
    }

    private Retention with(String queue, JobState state, Duration time) {
        if (!state.isFinal()) {
            throw new IllegalArgumentException("state must be completed, cancelled or discarded, got " + state.code()
                    + "; no other job is removed");
        }
        Ranges.checked("retention", time, Duration.ZERO, LONGEST, "for jobs that stay begin with Retention.forever()");
        Map<JobState, Map<String, Duration>> all = new EnumMap<>(JobState.class);
        kept.forEach((known, queues) -> all.put(known, new TreeMap<>(queues)));
        all.computeIfAbsent(state, unused -> new TreeMap<>()).put(queue, time);
        return new Retention(all);
    }

    /** Returns whether completed jobs of {@code queue} are deleted at once. */
    boolean deletes(String queue) {
        Map<String, Duration> queues = kept.getOrDefault(JobState.COMPLETED, Map.of());
        Duration time = queues.getOrDefault(queue, queues.get(""));
        return time != null && time.isZero();
    }

    List<PruneRule> rules() {
        List<PruneRule> rules = new ArrayList<>();
        kept.forEach((state, queues) -> queues.forEach((queue, time) -> {
            boolean others = queue.isEmpty();
            List<String> named = others
                    ? queues.keySet().stream().filter(name -> !name.isEmpty()).toList()
                    : List.of(queue);
            rules.add(new PruneRule(state, time, named, others));
        }));
        return rules;
    }
}
