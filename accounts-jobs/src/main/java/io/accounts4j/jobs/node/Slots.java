package io.accounts4j.jobs.node;

import java.util.HashMap;
import java.util.Map;

/** How many more jobs of each queue may be held. Limits may change while jobs are held. Thread-safe. */
final class Slots {

    private final Map<String, Integer> held = new HashMap<>();
    private Map<String, Integer> limits;

    Slots(Map<String, Integer> limits) {
        this.limits = Map.copyOf(limits);
    }

    /** Queues with room, and how much. */
    synchronized Map<String, Integer> free() {
        Map<String, Integer> room = new HashMap<>();
        limits.forEach((queue, limit) -> room.put(queue, limit - held.getOrDefault(queue, 0)));
        room.values().removeIf(count -> count < 1);
        return room;
    }

    /** From now on these queues and no others, so many at once. What is held above a limit stays until it ends. */
    synchronized void limit(Map<String, Integer> changed) {
        limits = Map.copyOf(changed);
    }

    synchronized void take(String queue) {
        held.merge(queue, 1, Integer::sum);
    }

    synchronized void giveBack(String queue) {
        held.merge(queue, -1, Integer::sum);
    }
}
