package io.accounts4j.event;

import io.accounts4j.kernel.Port;
import java.time.Instant;

/**
 * Keeps what happened: the audit trail, and the source from which live pages replay. Takes part in the transaction open
 * on the calling thread and commits alone where there is none. Thread-safe. Proved by {@code EventStoreContract}.
 */
@Port
public interface EventStore {

    /** Stores {@code event} in the transaction of the change it reports. */
    void append(AccountEvent event, Caller caller, Instant at);

    /**
     * Returns up to {@code limit} committed events after {@code position}. No event is skipped, even if a transaction that began
     * earlier commits later, within a documented bound of the adapter on the events that become visible during such a
     * transaction. A reader that continues at {@link EventBatch#next} gets no event twice.
     */
    EventBatch read(EventPosition position, int limit);

    /** Behind the last event that is committed now: where a reader begins who wants only what comes. */
    EventPosition end();

    /** Deletes up to {@code limit} events older than {@code before} and says how many. */
    int purge(Instant before, int limit);
}
