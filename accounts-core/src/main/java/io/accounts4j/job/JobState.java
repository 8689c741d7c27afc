package io.accounts4j.job;

import java.util.Locale;

/** The state of a job. The first three wait; the last three are final. The names are those of Oban. */
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

    /** Returns whether the job waits to run. */
    public boolean isWaiting() {
        return compareTo(EXECUTING) < 0;
    }

    /** Returns whether the state is final. */
    public boolean isFinal() {
        return compareTo(COMPLETED) >= 0;
    }

    /** As it is stored and shown, such as {@code available}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
