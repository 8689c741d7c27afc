package io.accounts4j.session;

import java.time.Duration;

/**
 * How long sessions last and who gets one.
 *
 * @param validity from sign-in to the end, 14 days as in the original; at most 30 days (NIST SP 800-63B-4, AAL1)
 * @param requireConfirmation true if only users with a confirmed address may sign in
 */
public record SessionPolicy(Duration validity, boolean requireConfirmation) {

    private static final Duration LONGEST = Duration.ofDays(30);

    /** Refuses sessions that end at once or never. */
    public SessionPolicy {
        if (validity.isNegative() || validity.isZero() || validity.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException(
                    "session validity must be > PT0S and <= " + LONGEST + ", got " + validity + "; 14 days are usual");
        }
    }

    /** 14 days, unconfirmed users too, as in the original. */
    public static SessionPolicy original() {
        return new SessionPolicy(Duration.ofDays(14), false);
    }
}
