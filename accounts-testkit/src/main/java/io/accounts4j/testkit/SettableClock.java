package io.accounts4j.testkit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that stands still between calls of its setters. Clocks made by {@link #withZone} share its time. Thread-safe. */
public final class SettableClock extends Clock {

    private final Time time;
    private final ZoneId zone;

    private SettableClock(Time time, ZoneId zone) {
        this.time = time;
        this.zone = zone;
    }

    /** A clock at {@code start}, in UTC. */
    public static SettableClock at(Instant start) {
        return new SettableClock(new Time(start), ZoneOffset.UTC);
    }

    /** Moves the clock by {@code step}, which may be negative. */
    public void advance(Duration step) {
        time.advance(step);
    }

    /** Sets the clock to {@code instant}. */
    public void set(Instant instant) {
        time.set(instant);
    }

    @Override
    public Instant instant() {
        return time.get();
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    @Override
    public SettableClock withZone(ZoneId other) {
        return new SettableClock(time, other);
    }

    /** The instant that all zones share. */
    private static final class Time {
        private Instant now;

        Time(Instant start) {
            this.now = start;
        }

        synchronized void advance(Duration step) {
            now = now.plus(step);
        }

        synchronized void set(Instant instant) {
            now = instant;
        }

        synchronized Instant get() {
            return now;
        }
    }
}
