package io.accounts4j.eventbus;

import io.accounts4j.event.InProcessEventBus;
import io.accounts4j.event.Signal;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The topics that had a subscriber on this node. */
final class Topics {

    private final InProcessEventBus local;
    private final Set<String> subscribed = ConcurrentHashMap.newKeySet();

    Topics(InProcessEventBus local) {
        this.local = local;
    }

    void add(String topic) {
        subscribed.add(topic);
    }

    void deliver(Signal signal) {
        local.publish(signal);
    }

    /** Publishes {@link Signal#ANYTHING} on every topic, because signals may have been lost. */
    void deliverAnything() {
        subscribed.forEach(topic -> local.publish(new Signal(topic, Signal.ANYTHING)));
    }
}
