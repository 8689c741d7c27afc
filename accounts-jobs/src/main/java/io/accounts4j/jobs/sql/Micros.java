package io.accounts4j.jobs.sql;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** The unit of time in the tables. */
final class Micros {

    /** More than any delay that is meant, and well within every database's calendar. */
    private static final Duration LONGEST = Duration.ofDays(365_000);

    private static final Instant LATEST = Instant.EPOCH.plus(LONGEST);

    private Micros() {}

    /** {@code duration}, or the next to it that can be stored. */
    static Duration storable(Duration duration) {
        if (duration.isNegative()) {
            return Duration.ZERO;
        }
        return duration.compareTo(LONGEST) > 0 ? LONGEST : duration;
    }

    /** The single number of the statement as a duration; empty for null. */
    static Optional<Duration> in(PreparedStatement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery()) {
            row.next();
            long micros = row.getLong(1);
            return row.wasNull() ? Optional.empty() : Optional.of(Duration.of(micros, ChronoUnit.MICROS));
        }
    }

    static long of(Duration duration) {
        if (duration.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("delay must be <= " + LONGEST.toDays() + " days, got " + duration);
        }
        return Math.addExact(Math.multiplyExact(duration.getSeconds(), 1_000_000L), duration.getNano() / 1000);
    }

    static Instant toInstant(long sinceEpoch) {
        return Instant.EPOCH.plus(sinceEpoch, ChronoUnit.MICROS);
    }

    /** Since the beginning of 1970. */
    static long of(Instant instant) {
        if (instant.isBefore(Instant.EPOCH) || instant.isAfter(LATEST)) {
            throw new IllegalArgumentException("due time must be >= 1970 and <= " + LATEST + ", got " + instant);
        }
        return of(Duration.between(Instant.EPOCH, instant));
    }
}
