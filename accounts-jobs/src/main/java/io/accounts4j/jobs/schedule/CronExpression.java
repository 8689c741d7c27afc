package io.accounts4j.jobs.schedule;

import io.accounts4j.jobs.schedule.CronField.Range;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.time.zone.ZoneOffsetTransition;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The times at which something is due: minute, hour, day of month, month and day of week, as in {@code crontab(5)}. If both
 * days are restricted, either matches. When clocks are put forward, times in the gap are due once, right after it; when they
 * are put back, fixed times are due the first time only, and every minute or a step in the minutes is due in both passes. A
 * schedule of every hour goes by elapsed time at either change. Immutable.
 */
public final class CronExpression {

    private static final Range MINUTE = new Range("minute", 0, 59, 60, List.of());
    private static final Range HOUR = new Range("hour", 0, 23, 24, List.of());
    private static final Range DAY_OF_MONTH = new Range("day of month", 1, 31, 31, List.of());
    private static final Range MONTH = new Range(
            "month",
            1,
            12,
            12,
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"));
    private static final Range DAY_OF_WEEK =
            new Range("day of week", 0, 7, 7, List.of("sun", "mon", "tue", "wed", "thu", "fri", "sat"));

    private static final Map<String, String> NAMED = Map.of(
            "@yearly", "0 0 1 1 *",
            "@annually", "0 0 1 1 *",
            "@monthly", "0 0 1 * *",
            "@weekly", "0 0 * * 0",
            "@daily", "0 0 * * *",
            "@midnight", "0 0 * * *",
            "@hourly", "0 * * * *");

    /** From one 29 February to the next it may be eight years. */
    private static final int YEARS_AHEAD = 9;

    private final CronField minutes;
    private final CronField hours;
    private final CronField daysOfMonth;
    private final boolean lastOfMonth;
    private final CronField months;
    private final CronField daysOfWeek;

    private CronExpression(String[] fields) {
        this.minutes = CronField.parse(fields[0], MINUTE);
        this.hours = CronField.parse(fields[1], HOUR);
        this.lastOfMonth = fields[2].equals("L");
        this.daysOfMonth = lastOfMonth ? new CronField(0, false, false) : CronField.parse(fields[2], DAY_OF_MONTH);
        this.months = CronField.parse(fields[3], MONTH);
        this.daysOfWeek = CronField.parse(fields[4], DAY_OF_WEEK);
    }

    /** Reads {@code text}; {@link IllegalArgumentException} says what is wrong, also where it would never be due. */
    public static CronExpression parse(String text) {
        String named = NAMED.getOrDefault(text.strip().toLowerCase(Locale.ROOT), text);
        String[] fields = named.strip().split("\\s+");
        if (fields.length != 5) {
            throw new IllegalArgumentException(
                    "a schedule has five fields, minute, hour, day of month, month and day of"
                            + " week, such as 0 4 * * *, or is @hourly, @daily, @weekly, @monthly or @yearly: " + text);
        }
        CronExpression expression = new CronExpression(fields);
        if (expression.next(Instant.EPOCH, ZoneOffset.UTC).isEmpty()) {
            throw new IllegalArgumentException("there is no such day: " + text);
        }
        return expression;
    }

    /** Returns the next due time after {@code instant}, by the clocks of {@code zone}; empty where there is none for years. */
    public Optional<Instant> next(Instant instant, ZoneId zone) {
        if (HOUR.isAllOf(hours.bits())) {
            return nextByElapsedTime(instant, zone);
        }
        Optional<Instant> fixed = nextByTheClock(instant, zone);
        return minutes.stepped() || MINUTE.isAllOf(minutes.bits())
                ? Stream.of(fixed, nextByElapsedTime(instant, zone))
                        .flatMap(Optional::stream)
                        .min(Comparator.naturalOrder())
                : fixed;
    }

    /** Neither a gap nor a repeated hour breaks the rhythm: a gap has no times, a repeated hour has its times twice. */
    private Optional<Instant> nextByElapsedTime(Instant instant, ZoneId zone) {
        ZonedDateTime time =
                instant.atZone(zone).truncatedTo(ChronoUnit.MINUTES).plusMinutes(1);
        ZonedDateTime end = time.plusYears(YEARS_AHEAD);
        while (time.isBefore(end)) {
            if (!isDue(time.toLocalDate())) {
                time = nextDay(time);
            } else if (!minutes.has(time.getMinute()) || !hours.has(time.getHour())) {
                time = time.plusMinutes(1);
            } else {
                return Optional.of(time.toInstant());
            }
        }
        return Optional.empty();
    }

    /** The next day, or a change of the clocks before it, which may lead back to the day before. */
    private ZonedDateTime nextDay(ZonedDateTime time) {
        ZonedDateTime tomorrow = nextDay(time.toLocalDate()).atStartOfDay(time.getZone());
        ZoneOffsetTransition change = time.getZone().getRules().nextTransition(time.toInstant());
        if (!tomorrow.isAfter(time)) {
            return tomorrow.withLaterOffsetAtOverlap();
        }
        return change != null && change.getInstant().isBefore(tomorrow.toInstant())
                ? change.getInstant().atZone(time.getZone())
                : tomorrow;
    }

    /** Passes over the rest of a month without due days. */
    private LocalDate nextDay(LocalDate date) {
        return months.has(date.getMonthValue())
                ? date.plusDays(1)
                : date.withDayOfMonth(1).plusMonths(1);
    }

    /** The first of two times of the same name; the end of the gap for a time in it. */
    private Optional<Instant> nextByTheClock(Instant instant, ZoneId zone) {
        LocalDateTime from = instant.atZone(zone)
                .toLocalDateTime()
                .truncatedTo(ChronoUnit.MINUTES)
                .plusMinutes(1);
        LocalDate end = from.toLocalDate().plusYears(YEARS_AHEAD);
        LocalTime time = from.toLocalTime();
        for (LocalDate date = from.toLocalDate(); date.isBefore(end); date = nextDay(date)) {
            if (isDue(date)) {
                for (Optional<LocalTime> due = next(time); due.isPresent(); due = after(due.get())) {
                    Instant found = instant(date.atTime(due.get()), zone);
                    if (found.isAfter(instant)) {
                        return Optional.of(found);
                    }
                }
            }
            time = LocalTime.MIDNIGHT;
        }
        return Optional.empty();
    }

    private boolean isDue(LocalDate date) {
        if (!months.has(date.getMonthValue())) {
            return false;
        }
        boolean ofMonth =
                lastOfMonth ? date.getDayOfMonth() == date.lengthOfMonth() : daysOfMonth.has(date.getDayOfMonth());
        int day = date.getDayOfWeek().getValue();
        boolean ofWeek = daysOfWeek.has(day) || (day == 7 && daysOfWeek.has(0));
        boolean bothRestricted = !daysOfMonth.open() && !daysOfWeek.open();
        return bothRestricted ? (ofMonth || ofWeek) : (ofMonth && ofWeek);
    }

    /** The first due time of a day from {@code time} on. */
    private Optional<LocalTime> next(LocalTime time) {
        int minute = minutes.next(time.getMinute());
        if (hours.has(time.getHour()) && minute >= 0) {
            return Optional.of(LocalTime.of(time.getHour(), minute));
        }
        int hour = hours.next(time.getHour() + 1);
        return hour < 0 ? Optional.empty() : Optional.of(LocalTime.of(hour, minutes.next(0)));
    }

    private Optional<LocalTime> after(LocalTime time) {
        return time.equals(LocalTime.of(23, 59)) ? Optional.empty() : next(time.plusMinutes(1));
    }

    /** The first of the two where there are two; the end of the gap where there is none. */
    private static Instant instant(LocalDateTime local, ZoneId zone) {
        ZoneOffsetTransition transition = zone.getRules().getTransition(local);
        return transition != null && transition.isGap()
                ? transition.getInstant()
                : local.atZone(zone).toInstant();
    }
}
