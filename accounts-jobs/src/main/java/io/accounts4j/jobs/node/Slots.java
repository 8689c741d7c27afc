package io.accounts4j.jobs.node;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** The lanes of all queues. Limits may change while jobs are held. Thread-safe. */
final class Slots {

    private final Map<String, LocalQueue> lanes = new HashMap<>();

    Slots(Map<String, Integer> limits) {
        limit(limits);
    }

    /**
     * What there is room for at one moment.
     *
     * @param free queues with room, and how much
     * @param places for how many of those there is a worker
     * @param isAnyFull whether any queue would be worked on if there were room
     */
    record Room(Map<String, Integer> free, Map<String, Integer> places, boolean isAnyFull) {}

    synchronized Room room() {
        Map<String, Integer> free = new HashMap<>();
        Map<String, Integer> places = new HashMap<>();
        lanes.forEach((queue, lane) -> {
            free.put(queue, lane.room());
            places.put(queue, lane.places());
        });
        free.values().removeIf(count -> count < 1);
        return new Room(free, places, lanes.values().stream().anyMatch(LocalQueue::isFull));
    }

    /** From now on these queues and no others, so many at once. What is held above a limit stays until it ends. */
    synchronized void limit(Map<String, Integer> changed) {
        lanes.values().forEach(lane -> lane.limit(0));
        changed.forEach((queue, limit) -> lane(queue).limit(limit));
    }

    /** Holds {@code run}; {@code true} where the caller starts one more worker for its queue now. */
    synchronized boolean add(Execution run) {
        return lane(run.queue()).add(run);
    }

    /** What a worker of {@code queue} does next; it ends where that is nothing. */
    synchronized Optional<Execution> next(String queue) {
        return lane(queue).next();
    }

    /** A worker of {@code queue} ended, or was not had. */
    synchronized void workerEnded(String queue) {
        lane(queue).workerEnded();
    }

    /** A handler of {@code queue} took that long. */
    synchronized void took(String queue, Duration time) {
        lane(queue).took(time);
    }

    /** Frees the place of a run of {@code queue} that is through but for its outcome; {@code false} where too many have been. */
    synchronized boolean setAside(String queue) {
        return lane(queue).setAside();
    }

    /** Lets go of a run of {@code queue}. */
    synchronized void over(String queue, boolean wasAside) {
        lane(queue).over(wasAside);
    }

    /** Takes out what was claimed ahead and matches, which stays held until it is over. */
    synchronized List<Execution> withdraw(Predicate<Execution> matching) {
        List<Execution> withdrawn = new ArrayList<>();
        lanes.values().forEach(lane -> withdrawn.addAll(lane.withdraw(matching)));
        return withdrawn;
    }

    private LocalQueue lane(String queue) {
        return lanes.computeIfAbsent(queue, name -> new LocalQueue());
    }
}
