package io.accounts4j.event;

import io.accounts4j.kernel.Port;
import java.util.function.Consumer;

/**
 * Tells whoever listens, on this node or on all, that there is something to look at. Thread-safe. Proved by {@code
 * EventBusContract}.
 */
@Port
public interface EventBus {

    /** Sends {@code signal} to every subscriber of its topic. Never fails and never waits for a subscriber's work. */
    void publish(Signal signal);

    /**
     * Calls {@code subscriber} for each signal of {@code topic} until the subscription is closed. It returns quickly; what
     * it throws is logged and stops nobody.
     */
    Subscription subscribe(String topic, Consumer<Signal> subscriber);

    /** A subscriber's hold on the bus. */
    interface Subscription extends AutoCloseable {

        /** Ends the calls; again is harmless. */
        @Override
        void close();
    }
}
