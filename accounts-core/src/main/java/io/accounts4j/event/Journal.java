package io.accounts4j.event;

import io.accounts4j.transaction.Transactions;
import java.time.Clock;

/** Writes an event in the transaction of its change and, once that has committed, tells the bus to look. Thread-safe. */
public final class Journal {

    private final EventStore events;
    private final Transactions transactions;
    private final EventBus bus;
    private final Clock clock;

    /** Over the store and the bus. */
    public Journal(EventStore events, Transactions transactions, EventBus bus, Clock clock) {
        this.events = events;
        this.transactions = transactions;
        this.bus = bus;
        this.clock = clock;
    }

    /**
     * Writes {@code event} and, if it changes its user, announces that after the commit. A refused sign-in is not
     * announced: for unknown users it could not be, and the difference would show.
     */
    public void record(AccountEvent event, Caller caller) {
        events.append(event, caller, clock.instant());
        event.subject().filter(user -> event.changesUser()).ifPresent(user -> signal(Signal.USERS, user.toString()));
    }

    /** Announces after the commit that something of {@code topic} changed. */
    public void signal(String topic, String key) {
        transactions.afterCommit(() -> bus.publish(new Signal(topic, key)));
    }
}
