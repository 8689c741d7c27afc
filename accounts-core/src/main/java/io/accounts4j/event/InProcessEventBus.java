package io.accounts4j.event;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A bus for one node: subscribers are called on the publisher's thread, so they hand work on. Starts no thread. */
public final class InProcessEventBus implements EventBus {

    private static final Logger LOG = LoggerFactory.getLogger(InProcessEventBus.class);

    private final Map<String, List<Listener>> listeners = new ConcurrentHashMap<>();

    /** Without subscribers. */
    public InProcessEventBus() {}

    @Override
    public void publish(Signal signal) {
        for (Listener listener : listeners.getOrDefault(signal.topic(), List.of())) {
            try {
                listener.subscriber.accept(signal);
            } catch (RuntimeException e) {
                LOG.warn("a subscriber of {} failed", signal.topic(), e);
            }
        }
    }

    @Override
    public Subscription subscribe(String topic, Consumer<Signal> subscriber) {
        List<Listener> ofTopic = listeners.computeIfAbsent(topic, t -> new CopyOnWriteArrayList<>());
        Listener listener = new Listener(subscriber);
        ofTopic.add(listener);
        return () -> ofTopic.remove(listener);
    }

    /** Compared by identity, so that closing one of two equal subscriptions ends just that one. */
    private static final class Listener {
        private final Consumer<Signal> subscriber;

        Listener(Consumer<Signal> subscriber) {
            this.subscriber = subscriber;
        }
    }
}
