package io.accounts4j.jobs.sql;

import java.util.Locale;

/** Where a job stands. The first three wait; the last three are final. */
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

    /** The states from which a job is claimed, as SQL. */
    static final String WAITING = "('available', 'scheduled', 'retryable')";

    /** Whether nothing follows by itself. */
    boolean isFinal() {
        return compareTo(COMPLETED) >= 0;
    }

    /** As it is stored. */
    String stored() {
        return name().toLowerCase(Locale.ROOT);
    }
}
