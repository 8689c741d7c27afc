package io.accounts4j.jobs.sql;

import io.accounts4j.job.JobOptions;
import io.accounts4j.job.JobState;
import io.accounts4j.jobs.sql.ClaimedJob.Kind;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A job to be stored.
 *
 * @param at when it is due, in place of the delay of its options
 * @param subject whom it is about
 */
public record NewRow(
        Kind kind,
        StoredArguments arguments,
        JobOptions options,
        @Nullable Instant at,
        @Nullable UniqueKey unique,
        @Nullable String subject) {

    /** A job that is nobody's and like any number of others. */
    public static NewRow of(Kind kind, StoredArguments arguments, JobOptions options) {
        return new NewRow(kind, arguments, options, null, null, null);
    }

    /** The same, due at {@code instant}, or as long after it as its options say. */
    public NewRow dueAt(Instant instant) {
        return new NewRow(kind, arguments, options, instant.plus(options.delay()), unique, subject);
    }

    /** The same job, not stored while another one has {@code key}. */
    public NewRow unique(UniqueKey key) {
        return new NewRow(kind, arguments, options, at, key, subject);
    }

    /** Returns whether it replaces fields of the job that has its unique key. */
    boolean isReplacing() {
        return unique != null && !unique.replacement().isNone();
    }

    /** The tags as they are stored: a JSON array; null where there are none. */
    @Nullable
    String tags() {
        return options.tags().isEmpty() ? null : Json.ofTexts(options.tags());
    }

    /** {@code available} where it is to be run at once. */
    JobState state() {
        return at == null && options.delay().isZero() ? JobState.AVAILABLE : JobState.SCHEDULED;
    }

    /** Its due time: since 1970 where that is given, else from now on. */
    long dueMicros() {
        return at == null ? Micros.of(options.delay()) : Micros.of(at);
    }
}
