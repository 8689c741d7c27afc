package io.accounts4j.jdbi;

import io.accounts4j.event.EventBatch;
import io.accounts4j.event.EventPosition;

/** Reads events in an order in which none is passed over, although ids are given out before transactions commit. */
interface EventLog {

    EventBatch read(EventPosition position, int limit);

    EventPosition end();
}
