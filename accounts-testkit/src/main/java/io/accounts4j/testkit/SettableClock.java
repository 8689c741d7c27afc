package io.accounts4j.testkit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that stands still until it is told otherwise. Clocks made by {@link #withZone} move with it. Thread-safe. */
public final class SettableClock extends Clock {

    private final Time time;
    private final ZoneId zone;

    private SettableClock(Time time, ZoneId zone) {
        this.time = time;
        this.zone = zone;
    }

    /** Standing at {@code start}, in UTC. */
    public static SettableClock at(Instant start) {
        return new SettableClock(new Time(start), ZoneOffset.UTC);
    }

    /** Goes on by {@code step}; back where it is negative. */
    public void advance(Duration step) {
        time.advance(step);
    }

    /** Stands at {@code instant} from now on. */
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

    /** What all zones share. */
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
