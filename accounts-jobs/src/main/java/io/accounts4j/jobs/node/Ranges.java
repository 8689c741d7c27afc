package io.accounts4j.jobs.node;

import io.accounts4j.kernel.CanIgnoreReturnValue;
import java.time.Duration;

/** Refuses settings out of their range. */
public final class Ranges {

    /** The longest duration there is. */
    public static final Duration FOREVER = Duration.ofSeconds(Long.MAX_VALUE, 999_999_999);

    private Ranges() {}

    /** {@code timeout} if it is 0 or more; {@link Duration#ZERO} is no timeout. */
    @CanIgnoreReturnValue
    public static Duration timeout(Duration timeout) {
        return checked("timeout", timeout, Duration.ZERO, FOREVER, "PT0S is no timeout");
    }

    /** {@code value} within both bounds. {@link IllegalArgumentException} states the range and what to do. */
    @CanIgnoreReturnValue
    public static Duration checked(String setting, Duration value, Duration least, Duration most, String remedy) {
        if (value.compareTo(least) < 0 || value.compareTo(most) > 0) {
            throw refused(setting, value, least, most, remedy);
        }
        return value;
    }

    /** {@code value} within both bounds. {@link IllegalArgumentException} states the range and what to do. */
    @CanIgnoreReturnValue
    public static long checked(String setting, long value, long least, long most, String remedy) {
        if (value < least || value > most) {
            throw refused(setting, value, least, most, remedy);
        }
        return value;
    }

    private static IllegalArgumentException refused(
            String setting, Object value, Object least, Object most, String remedy) {
        return new IllegalArgumentException(
                setting + " must be >= " + least + " and <= " + most + ", got " + value + "; " + remedy);
    }
}
