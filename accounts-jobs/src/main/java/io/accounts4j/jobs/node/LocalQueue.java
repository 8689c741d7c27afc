package io.accounts4j.jobs.node;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The jobs of one queue that this node holds: those that run, those that were claimed ahead, and those whose outcome is not
 * written yet. It claims ahead what its workers do in a twentieth of a second, so that quick jobs are claimed and settled many
 * at a time and slow ones are left to whoever has room for them. Not thread-safe.
 */
final class LocalQueue {

    private static final long AHEAD_NANOS = Duration.ofMillis(50).toNanos();
    /** Times the limit. More at a time costs less for each, and attempts of all of them where the process dies. */
    private static final int MOST_AHEAD = 4;
    /** Of how many the mean is. */
    private static final int MEMORY = 8;

    private static final long UNKNOWN = Long.MAX_VALUE;

    private final Deque<Execution> waiting = new ArrayDeque<>();
    private int limit;
    private int held;
    private int aside;
    private int workers;
    private long meanNanos = UNKNOWN;

    void limit(int changed) {
        limit = changed;
    }

    /** How many more it takes on: none while what was claimed ahead lasts, so that the next claim is worth its while. */
    int room() {
        long ahead = ahead();
        long room = limit + ahead - held;
        return limit > 0 && room > ahead / 2 ? (int) Math.min(room, Integer.MAX_VALUE) : 0;
    }

    /** How many of those it begins at once. */
    int places() {
        return Math.max(0, limit - held);
    }

    /** Whether it would work if it had room. */
    boolean isFull() {
        return limit > 0 && room() == 0;
    }

    /** Holds {@code run}; {@code true} where the caller starts one more worker now. */
    boolean add(Execution run) {
        held++;
        waiting.add(run);
        if (workers >= limit) {
            return false;
        }
        workers++;
        return true;
    }

    /** What a worker does next; it ends where that is nothing. */
    Optional<Execution> next() {
        if (waiting.isEmpty() || workers > limit) {
            workers--;
            return Optional.empty();
        }
        return Optional.of(waiting.remove());
    }

    /** A worker ended, or was not had. */
    void workerEnded() {
        workers--;
    }

    /** A handler took that long. */
    void took(Duration time) {
        long nanos = time.toNanos();
        meanNanos = meanNanos == UNKNOWN ? nanos : meanNanos + (nanos - meanNanos) / MEMORY;
    }

    /** Frees the place of a run that is through but for its outcome; of as many as there are places, at most. */
    boolean setAside() {
        if (aside >= limit) {
            return false;
        }
        aside++;
        held--;
        return true;
    }

    /** Lets go of a run that is over. */
    void over(boolean wasAside) {
        if (wasAside) {
            aside--;
        } else {
            held--;
        }
    }

    /** Takes out what waits and matches, which stays held until it is over. */
    List<Execution> withdraw(Predicate<Execution> matching) {
        List<Execution> withdrawn = new ArrayList<>(waiting);
        withdrawn.removeIf(matching.negate());
        waiting.removeAll(withdrawn);
        if (!withdrawn.isEmpty()) {
            // They waited for longer than it takes to do them by what was known.
            meanNanos = UNKNOWN;
        }
        return withdrawn;
    }

    private long ahead() {
        return Math.min((long) MOST_AHEAD * limit, limit * AHEAD_NANOS / Math.max(1, meanNanos));
    }
}
