package io.accounts4j.jobs.node;

import java.util.HashMap;
import java.util.Map;

/** How many more jobs of each queue may be held. Thread-safe. */
final class Slots {

    private final Map<String, Integer> free;

    Slots(Map<String, Integer> limits) {
        this.free = new HashMap<>(limits);
    }

    /** Queues with room, and how much. */
    synchronized Map<String, Integer> free() {
        Map<String, Integer> room = new HashMap<>(free);
        room.values().removeIf(count -> count < 1);
        return room;
    }

    synchronized void take(String queue) {
        free.merge(queue, -1, Integer::sum);
    }

    synchronized void giveBack(String queue) {
        free.merge(queue, 1, Integer::sum);
    }
}
