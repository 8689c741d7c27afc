package io.accounts4j.jobs.schedule;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * The ticks of one schedule.
 *
 * @param definition changes when the schedule is due at other times
 * @param skipsMissed true to skip ticks that are more than a minute late
 * @param most the number of missed ticks to catch up with at once, the last ones
 */
public record Schedule(String definition, CronExpression expression, ZoneId zone, boolean skipsMissed, int most) {

    /** The first tick after {@code last} of the schedule so defined; empty where this release cannot read the definition. */
    public static Optional<Instant> next(String definition, Instant last) {
        int end = definition.lastIndexOf(' ');
        try {
            CronExpression expression = CronExpression.parse(definition.substring(0, end));
            return expression.next(last, ZoneId.of(definition.substring(end + 1)));
        } catch (IllegalArgumentException | IndexOutOfBoundsException | DateTimeException e) {
            return Optional.empty();
        }
    }

    /** How late a tick may be that was not missed, in seconds. */
    static final long LATE = 60;

    /** The ticks after {@code last} for which something is to be done at {@code now}, the earliest first. */
    List<Instant> due(Instant last, Instant now) {
        Instant oldest = now.minusSeconds(LATE);
        Deque<Instant> due = new ArrayDeque<>();
        Optional<Instant> tick = next(skipsMissed && last.isBefore(oldest) ? oldest : last);
        while (tick.isPresent() && !tick.get().isAfter(now)) {
            if (due.size() == most) {
                due.removeFirst();
            }
            due.addLast(tick.get());
            tick = next(tick.get());
        }
        return List.copyOf(due);
    }

    /** The first tick after {@code instant}. */
    Optional<Instant> next(Instant instant) {
        return expression.next(instant, zone);
    }
}
