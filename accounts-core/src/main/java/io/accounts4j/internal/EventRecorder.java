package io.accounts4j.internal;

import io.accounts4j.event.AccountEvent;
import io.accounts4j.event.AccountListener;
import io.accounts4j.event.Caller;
import io.accounts4j.event.EventBus;
import io.accounts4j.event.EventStore;
import io.accounts4j.event.Signal;
import io.accounts4j.transaction.Transactions;
import java.time.Clock;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stores an event in the transaction of its change and, after the commit, publishes a signal and calls the listeners.
 * Thread-safe.
 */
public final class EventRecorder {

    private static final Logger LOG = LoggerFactory.getLogger(EventRecorder.class);

    private final EventStore events;
    private final Transactions transactions;
    private final EventBus bus;
    private final List<AccountListener> listeners;
    private final Clock clock;

    /** Over the store, the bus and who is told besides. */
    public EventRecorder(
            EventStore events, Transactions transactions, EventBus bus, List<AccountListener> listeners, Clock clock) {
        this.events = events;
        this.transactions = transactions;
        this.bus = bus;
        this.listeners = List.copyOf(listeners);
        this.clock = clock;
    }

    /**
     * Writes {@code event}, tells the listeners after the commit and, if it changes its user, announces that on the bus. A
     * refused sign-in is not announced: for unknown users it could not be, and the difference would show.
     */
    public void record(AccountEvent event, Caller caller) {
        events.append(event, caller, clock.instant());
        event.subject().filter(user -> event.changesUser()).ifPresent(user -> signal(Signal.USERS, user.toString()));
        if (!listeners.isEmpty()) {
            transactions.afterCommit(() -> listeners.forEach(listener -> tell(listener, event)));
        }
    }

    /** Announces after the commit that something of {@code topic} changed. */
    public void signal(String topic, String key) {
        transactions.afterCommit(() -> bus.publish(new Signal(topic, key)));
    }

    private static void tell(AccountListener listener, AccountEvent event) {
        try {
            listener.on(event);
        } catch (RuntimeException e) {
            LOG.warn("a listener failed at {}", event.type(), e);
        }
    }
}
