package io.accounts4j.job;

import java.util.Locale;

/** Where a job stands. The first three wait; the last three are final. The names are those of Oban. */
public enum JobState {
    /** To be run as soon as there is room. */
    AVAILABLE,
    /** To be run later: delayed or snoozed. */
    SCHEDULED,
    /** To be run again after a failure. */
    RETRYABLE,
    /** Held by a node. */
    EXECUTING,
    /** Done. */
    COMPLETED,
    /** Given up: its attempts are used up, or no further one can succeed. */
    DISCARDED,
    /** Called off, by its handler or from outside. */
    CANCELLED;

    /** Whether it is run once it is due. */
    public boolean isWaiting() {
        return compareTo(EXECUTING) < 0;
    }

    /** Whether nothing follows by itself. */
    public boolean isFinal() {
        return compareTo(COMPLETED) >= 0;
    }

    /** As it is stored and shown, such as {@code available}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
