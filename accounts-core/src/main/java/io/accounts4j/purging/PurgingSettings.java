package io.accounts4j.purging;

import java.time.Duration;

/**
 * The settings of {@link Purging}.
 *
 * @param keepEvents the time after which an event is deleted, 0 to 36,500 days
 */
public record PurgingSettings(Duration keepEvents) {

    private static final Duration MAX = Duration.ofDays(36_500);

    /** Throws {@link IllegalArgumentException} with the range if a value is outside it. */
    public PurgingSettings {
        if (keepEvents.isNegative() || keepEvents.compareTo(MAX) > 0) {
            throw new IllegalArgumentException("keepEvents must be >= PT0S and <= " + MAX + ", got " + keepEvents
                    + "; give the time after which an event is deleted");
        }
    }

    /** Events are kept for 365 days. */
    public static PurgingSettings standard() {
        return new PurgingSettings(Duration.ofDays(365));
    }

    /** Sets the time after which an event is deleted. */
    public PurgingSettings keepEvents(Duration time) {
        return new PurgingSettings(time);
    }
}
