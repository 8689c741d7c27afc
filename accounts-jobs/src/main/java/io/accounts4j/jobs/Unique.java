package io.accounts4j.jobs;

import io.accounts4j.job.JobState;
import io.accounts4j.jobs.enqueue.UniqueRule;
import io.accounts4j.jobs.sql.Replacement;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The rule by which jobs of one kind are equal: {@link JdbcJobQueue} stores the first and returns its id for the others. A
 * unique index of the database decides, for all nodes and in bulk. A refused job leaves the caller's transaction usable; if
 * another open transaction has stored an equal job, the call waits for its end.
 *
 * <p>Default: a job is refused while an equal one is {@link UniqueStates#INCOMPLETE}, however long that is.
 *
 * <pre>{@code
 * Unique.byKeys("order").per(Duration.ofHours(1)).among(UniqueStates.SUCCESSFUL)
 * }</pre>
 *
 * Immutable.
 */
public final class Unique {

    private static final Duration LONGEST = Duration.ofDays(100_000);
    private static final Set<JobState> WAITING = EnumSet.of(JobState.AVAILABLE, JobState.SCHEDULED, JobState.RETRYABLE);

    private final Optional<SortedSet<String>> keys;
    private final boolean byQueue;
    private final Optional<Duration> period;
    private final UniqueStates states;
    private final Replacement replacement;

    private Unique(
            Optional<SortedSet<String>> keys,
            boolean byQueue,
            Optional<Duration> period,
            UniqueStates states,
            Replacement replacement) {
        this.keys = keys;
        this.byQueue = byQueue;
        this.period = period;
        this.states = states;
        this.replacement = replacement;
    }

    /** The same where all arguments are equal. Sets have no order: where arguments hold one, it had better be sorted. */
    public static Unique byArguments() {
        return new Unique(Optional.empty(), false, Optional.empty(), UniqueStates.INCOMPLETE, Replacement.NONE);
    }

    /** The same whatever the arguments. */
    public static Unique byKind() {
        return new Unique(
                Optional.of(new TreeSet<>()), false, Optional.empty(), UniqueStates.INCOMPLETE, Replacement.NONE);
    }

    /** The same where these components of the arguments are equal; a job that lacks one is refused. */
    public static Unique byKeys(String first, String... more) {
        SortedSet<String> keys = new TreeSet<>(Arrays.asList(more));
        keys.add(first);
        return new Unique(Optional.of(keys), false, Optional.empty(), UniqueStates.INCOMPLETE, Replacement.NONE);
    }

    /** The same only within one queue. */
    public Unique byQueue() {
        return new Unique(keys, true, period, states, replacement);
    }

    /**
     * The same only within one period. Periods lie end to end, counted from 1970 on by the database's clock: {@code
     * ofHours(1)} is from each full hour to the next in UTC. So two jobs may be closer than that, either side of an end.
     *
     * @param length a microsecond or more; 100,000 days are for ever
     */
    public Unique per(Duration length) {
        if (length.compareTo(Duration.ofNanos(1_000)) < 0) {
            throw new IllegalArgumentException("period must be >= 1 microsecond, got " + length);
        }
        return new Unique(keys, byQueue, Optional.of(length), states, replacement);
    }

    /** The same only while the one before is in these states. */
    public Unique among(UniqueStates group) {
        return new Unique(keys, byQueue, period, group, replacement);
    }

    /**
     * Replaces these fields of the job that is there by those of the new one while it waits: {@code available}, {@code scheduled}
     * or {@code retryable}. Never changes a job that is executing or over. {@link Enqueued#isReplaced} is the answer.
     */
    public Unique replacing(Replaced first, Replaced... more) {
        return replacing(WAITING, first, more);
    }

    /**
     * The same, only while the job that is there is in {@code state}, in addition to other states.
     *
     * @param state {@code AVAILABLE}, {@code SCHEDULED} or {@code RETRYABLE}; {@link IllegalArgumentException} for others
     */
    public Unique replacingIn(JobState state, Replaced first, Replaced... more) {
        if (!state.isWaiting()) {
            throw new IllegalArgumentException(
                    "state must be one of " + WAITING + ", got " + state + "; only a waiting job is replaced");
        }
        return replacing(EnumSet.of(state), first, more);
    }

    private Unique replacing(Set<JobState> in, Replaced first, Replaced... more) {
        Replacement all = replacement;
        for (Replaced field : EnumSet.of(first, more)) {
            all = all.with(Replacement.Field.valueOf(field.name()), in);
        }
        return new Unique(keys, byQueue, period, states, all);
    }

    UniqueRule rule() {
        return UniqueRule.of(keys, byQueue, periodMicros(), states.scope(), replacement);
    }

    /** In microseconds; where there is no end, longer than any clock runs. */
    private long periodMicros() {
        return period.filter(length -> length.compareTo(LONGEST) < 0)
                .map(length -> length.toNanos() / 1_000)
                .orElse(Long.MAX_VALUE);
    }
}
