package io.accounts4j.event;

/**
 * How far a reader of events has come. Opaque: the store that wrote it reads it, and it may be kept over restarts.
 *
 * @param value printable ASCII
 */
public record EventPosition(String value) {

    private static final EventPosition START = new EventPosition("");

    /** Before the first event. */
    public static EventPosition start() {
        return START;
    }
}
