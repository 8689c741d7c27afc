package io.accounts4j.eventbus;

import io.accounts4j.event.Signal;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Signals that wait to be sent, each once however often it was published. Bounded: beyond that a topic's signals become one
 * that says anything may have changed.
 */
final class Outbox {

    private static final int CAPACITY = 10_000;

    private final Set<Signal> waiting = new LinkedHashSet<>();

    synchronized void add(Signal signal) {
        boolean full = waiting.size() >= CAPACITY && !waiting.contains(signal);
        waiting.add(full ? new Signal(signal.topic(), Signal.ANYTHING) : signal);
        notifyAll();
    }

    /** Waits until there is something and takes all of it. */
    synchronized List<Signal> take() throws InterruptedException {
        while (waiting.isEmpty()) {
            wait();
        }
        List<Signal> taken = List.copyOf(waiting);
        waiting.clear();
        return taken;
    }
}
