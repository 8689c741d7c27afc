package io.accounts4j.jobs.node;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The jobs of each queue that this node holds, and its capacity for more. A queue has as many slots as its limit, which may
 * change while jobs are held. Thread-safe.
 */
final class LocalQueues {

    private final Map<String, LocalQueue> queues = new HashMap<>();

    LocalQueues(Map<String, Integer> limits) {
        limit(limits);
    }

    /**
     * The capacity at one moment.
     *
     * @param free queues with capacity, and the number of jobs that each may claim
     * @param slots the number of those that start at once; the rest is prefetched
     * @param isAnyFull true if a queue with a limit has no capacity
     */
    record Capacity(Map<String, Integer> free, Map<String, Integer> slots, boolean isAnyFull) {}

    synchronized Capacity capacity() {
        Map<String, Integer> free = new HashMap<>();
        Map<String, Integer> slots = new HashMap<>();
        queues.forEach((name, queue) -> {
            free.put(name, queue.capacity());
            slots.put(name, queue.slots());
        });
        free.values().removeIf(count -> count < 1);
        return new Capacity(free, slots, queues.values().stream().anyMatch(LocalQueue::isFull));
    }

    /** Replaces all limits. Jobs held above a limit are held until they end. */
    synchronized void limit(Map<String, Integer> limits) {
        queues.values().forEach(queue -> queue.limit = 0);
        limits.forEach((name, limit) -> queue(name).limit = limit);
    }

    /** Holds {@code execution}; returns whether the caller must start one more worker for its queue. */
    synchronized boolean add(Execution execution) {
        return queue(execution.queue()).add(execution);
    }

    /** The next job for a worker of queue {@code name}; the worker ends if there is none. */
    synchronized Optional<Execution> next(String name) {
        return queue(name).next();
    }

    /** A worker of queue {@code name} ended, or could not be started. */
    synchronized void workerEnded(String name) {
        queue(name).workers--;
    }

    /** Records the time that a handler of queue {@code name} took. */
    synchronized void took(String name, Duration time) {
        queue(name).took(time);
    }

    /** Frees the slot of a job of queue {@code name} whose outcome waits; {@code false} if as many as the limit wait already. */
    synchronized boolean setAside(String name) {
        return queue(name).setAside();
    }

    /** Releases a job of queue {@code name}. */
    synchronized void release(String name, boolean wasAside) {
        queue(name).release(wasAside);
    }

    /** Removes matching waiting jobs; they count against the limit until released. */
    synchronized List<Execution> withdraw(Predicate<Execution> matching) {
        List<Execution> withdrawn = new ArrayList<>();
        queues.values().forEach(queue -> withdrawn.addAll(queue.withdraw(matching)));
        return withdrawn;
    }

    private LocalQueue queue(String name) {
        return queues.computeIfAbsent(name, unused -> new LocalQueue());
    }

    /**
     * The jobs of one queue: executing, prefetched, or with an outcome to store. It prefetches as many as its workers run in
     * 50 ms, so that quick jobs are claimed and acknowledged many at a time and slow ones are left to nodes with free slots.
     */
    private static final class LocalQueue {

        private static final long PREFETCH_NANOS = Duration.ofMillis(50).toNanos();
        /** Times the limit. A larger prefetch costs less per job, and an attempt of each when the process dies. */
        private static final int MAX_PREFETCH = 4;
        /** The weight of the past in the mean. */
        private static final int MEMORY = 8;

        private static final long UNKNOWN = Long.MAX_VALUE;

        private final Deque<Execution> waiting = new ArrayDeque<>();
        private int limit;
        private int held;
        private int aside;
        private int workers;
        private long meanNanos = UNKNOWN;

        /** The number of jobs to claim: none while more than half of the prefetch waits, so that a claim is worth its cost. */
        private int capacity() {
            long prefetch = Math.min((long) MAX_PREFETCH * limit, limit * PREFETCH_NANOS / Math.max(1, meanNanos));
            long capacity = limit + prefetch - held;
            return limit > 0 && capacity > prefetch / 2 ? (int) Math.min(capacity, Integer.MAX_VALUE) : 0;
        }

        private int slots() {
            return Math.max(0, limit - held);
        }

        private boolean isFull() {
            return limit > 0 && capacity() == 0;
        }

        private boolean add(Execution execution) {
            held++;
            waiting.add(execution);
            if (workers >= limit) {
                return false;
            }
            workers++;
            return true;
        }

        private Optional<Execution> next() {
            if (waiting.isEmpty() || workers > limit) {
                workers--;
                return Optional.empty();
            }
            return Optional.of(waiting.remove());
        }

        private void took(Duration time) {
            long nanos = time.toNanos();
            meanNanos = meanNanos == UNKNOWN ? nanos : meanNanos + (nanos - meanNanos) / MEMORY;
        }

        private boolean setAside() {
            if (aside >= limit) {
                return false;
            }
            aside++;
            held--;
            return true;
        }

        private void release(boolean wasAside) {
            if (wasAside) {
                aside--;
            } else {
                held--;
            }
        }

        private List<Execution> withdraw(Predicate<Execution> matching) {
            List<Execution> withdrawn = new ArrayList<>(waiting);
            withdrawn.removeIf(matching.negate());
            waiting.removeAll(withdrawn);
            if (!withdrawn.isEmpty()) {
                // They waited for longer than the mean predicted.
                meanNanos = UNKNOWN;
            }
            return withdrawn;
        }
    }
}
