package io.accounts4j.event;

import java.util.List;

/**
 * Events a reader had not seen.
 *
 * @param next the position of the next read, also after an empty batch
 */
public record EventBatch(List<RecordedEvent> events, EventPosition next) {

    /** Copies the events. */
    public EventBatch {
        events = List.copyOf(events);
    }
}
