package io.accounts4j.eventbus;

import io.accounts4j.event.Signal;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The signals to send, without duplicates. Bounded: beyond the bound the signals of a topic become one {@link
 * Signal#ANYTHING}.
 */
final class Outbox {

    private static final int CAPACITY = 10_000;

    private final Set<Signal> waiting = new LinkedHashSet<>();

    synchronized void add(Signal signal) {
        boolean full = waiting.size() >= CAPACITY && !waiting.contains(signal);
        waiting.add(full ? new Signal(signal.topic(), Signal.ANYTHING) : signal);
        notifyAll();
    }

    /** Waits for a signal and removes all signals. */
    synchronized List<Signal> take() throws InterruptedException {
        while (waiting.isEmpty()) {
            wait();
        }
        List<Signal> taken = List.copyOf(waiting);
        waiting.clear();
        return taken;
    }
}
