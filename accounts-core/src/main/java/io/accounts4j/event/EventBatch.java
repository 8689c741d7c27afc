package io.accounts4j.event;

import java.util.List;

/**
 * Events a reader had not seen.
 *
 * @param next where the reader goes on, also when there was nothing
 */
public record EventBatch(List<RecordedEvent> events, EventPosition next) {

    /** Copies the events. */
    public EventBatch {
        events = List.copyOf(events);
    }
}
