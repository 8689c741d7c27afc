package io.accounts4j.jobs.sql;

import io.accounts4j.job.JobState;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The fields of a waiting job that a job with the same unique key replaces. Immutable.
 *
 * @param fields each with the states of the waiting job in which the field is replaced
 */
public record Replacement(Map<Field, Set<JobState>> fields) {

    /** Replaces nothing. */
    public static final Replacement NONE = new Replacement(Map.of());

    /** Columns that are replaced together. */
    public enum Field {
        ARGUMENTS,
        SCHEDULE,
        PRIORITY,
        MAX_ATTEMPTS,
        TAGS
    }

    /** Copies the fields. */
    public Replacement {
        fields = Map.copyOf(fields);
    }

    /** The same, replacing {@code field} in {@code states} too. */
    public Replacement with(Field field, Set<JobState> states) {
        Map<Field, Set<JobState>> all = new EnumMap<>(Field.class);
        all.putAll(fields);
        Set<JobState> joined = EnumSet.copyOf(states);
        joined.addAll(all.getOrDefault(field, Set.of()));
        all.put(field, Set.copyOf(joined));
        return new Replacement(all);
    }

    boolean isNone() {
        return fields.isEmpty();
    }

    /** The states of {@code field}; none where it is not replaced. */
    Set<JobState> states(Field field) {
        return new TreeSet<>(fields.getOrDefault(field, Set.of()));
    }

    /** Every state in which a field is replaced. */
    Set<JobState> states() {
        Set<JobState> all = new TreeSet<>();
        fields.values().forEach(all::addAll);
        return all;
    }
}
