package io.accounts4j.jobs.sql;

import io.accounts4j.job.JobState;
import java.util.Arrays;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * A key that no two jobs may have in one period while they are in scope. Each of the four scopes contains the one before, so
 * a number is enough: a job that leaves its scope loses the key for good.
 *
 * @param hash of the chosen fields, 32 bytes
 * @param periodMicros how long one period takes, counted from 1970 on by the database's clock
 * @param scope 1 waiting, 2 executing too, 3 completed too, 4 every state
 * @param replacement applies to the waiting job that has the key
 */
@SuppressWarnings("ArrayRecordComponent") // It is bound, never compared.
public record UniqueKey(byte[] hash, long periodMicros, int scope, Replacement replacement) {

    /** In which keys are taken by whoever takes several; no key comes first. */
    static final Comparator<@Nullable UniqueKey> ORDER =
            Comparator.nullsFirst(Comparator.comparing(UniqueKey::hash, Arrays::compareUnsigned));

    /** A key that replaces nothing. */
    public UniqueKey(byte[] hash, long periodMicros, int scope) {
        this(hash, periodMicros, scope, Replacement.NONE);
    }

    /** The same with another hash. */
    public UniqueKey with(byte[] changed) {
        return new UniqueKey(changed, periodMicros, scope, replacement);
    }

    /** The lowest scope that {@code state} is in. */
    static int scopeOf(JobState state) {
        return switch (state) {
            case AVAILABLE, SCHEDULED, RETRYABLE -> 1;
            case EXECUTING -> 2;
            case COMPLETED -> 3;
            case DISCARDED, CANCELLED -> 4;
        };
    }

    /** The assignment that goes with every change to {@code state}; an erased job keeps no key. */
    static String keptIn(JobState state) {
        return "uniq_key = case when not erased and uniq_scope >= " + scopeOf(state) + " then uniq_key end";
    }
}
