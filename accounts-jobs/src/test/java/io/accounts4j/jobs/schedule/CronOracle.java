package io.accounts4j.jobs.schedule;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** The times of an expression, found minute by minute, written from docs/jobs.md alone. */
final class CronOracle {

    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
    private static final List<String> DAYS = List.of("sun", "mon", "tue", "wed", "thu", "fri", "sat");

    private final Set<Integer> minutes;
    private final Set<Integer> hours;
    private final Set<Integer> daysOfMonth;
    private final Set<Integer> months;
    private final Set<Integer> daysOfWeek;
    private final boolean lastOfMonth;
    private final boolean bothDaysRestricted;
    private final boolean everyHour;
    private final boolean everyMinuteOrStep;

    CronOracle(String expression) {
        String[] fields = expression.split(" ");
        this.minutes = numbers(fields[0], 0, 59, List.of(), 0);
        this.hours = numbers(fields[1], 0, 23, List.of(), 0);
        this.lastOfMonth = fields[2].equals("L");
        this.daysOfMonth = lastOfMonth ? Set.of() : numbers(fields[2], 1, 31, List.of(), 0);
        this.months = numbers(fields[3], 1, 12, MONTHS, 1);
        this.daysOfWeek = numbers(fields[4], 0, 7, DAYS, 0);
        this.bothDaysRestricted = !fields[2].startsWith("*") && !fields[4].startsWith("*");
        this.everyHour = hours.size() == 24;
        this.everyMinuteOrStep = minutes.size() == 60 || fields[0].contains("/");
    }

    /** The minutes from one instant to another in a zone, with the local times that were passed over before each. */
    record Walk(ZoneId zone, List<Minute> minutes) {

        static Walk of(ZoneId zone, Instant from, Instant to) {
            List<Minute> minutes = new ArrayList<>();
            LocalDateTime before = local(zone, from.minusSeconds(60));
            for (Instant at = from; at.isBefore(to); at = at.plusSeconds(60)) {
                LocalDateTime now = local(zone, at);
                List<LocalDateTime> skipped = new ArrayList<>();
                for (LocalDateTime gone = before.plusMinutes(1); gone.isBefore(now); gone = gone.plusMinutes(1)) {
                    skipped.add(gone);
                }
                minutes.add(new Minute(at, now, isSecondPass(zone, at, now), List.copyOf(skipped)));
                before = now;
            }
            return new Walk(zone, List.copyOf(minutes));
        }

        private static LocalDateTime local(ZoneId zone, Instant at) {
            return LocalDateTime.ofInstant(at, zone);
        }

        private static boolean isSecondPass(ZoneId zone, Instant at, LocalDateTime now) {
            List<ZoneOffset> offsets = zone.getRules().getValidOffsets(now);
            return offsets.size() == 2 && zone.getRules().getOffset(at).equals(offsets.get(1));
        }
    }

    /** One minute of real time. */
    record Minute(Instant at, LocalDateTime local, boolean isSecondPass, List<LocalDateTime> skipped) {}

    List<Instant> due(Walk walk) {
        return walk.minutes().stream().filter(this::isDue).map(Minute::at).toList();
    }

    private boolean isDue(Minute minute) {
        boolean repeated = minute.isSecondPass() && !everyHour && !everyMinuteOrStep;
        return (matches(minute.local()) && !repeated)
                || (!everyHour && minute.skipped().stream().anyMatch(this::matches));
    }

    private boolean matches(LocalDateTime time) {
        return minutes.contains(time.getMinute())
                && hours.contains(time.getHour())
                && months.contains(time.getMonthValue())
                && matches(time.toLocalDate());
    }

    private boolean matches(LocalDate date) {
        boolean ofMonth =
                lastOfMonth ? date.plusDays(1).getDayOfMonth() == 1 : daysOfMonth.contains(date.getDayOfMonth());
        int day = (int) ChronoUnit.DAYS.between(LocalDate.of(1970, 1, 4), date) % 7;
        boolean ofWeek = daysOfWeek.contains(day) || (day == 0 && daysOfWeek.contains(7));
        return bothDaysRestricted ? ofMonth || ofWeek : ofMonth && ofWeek;
    }

    private static Set<Integer> numbers(String field, int lowest, int highest, List<String> names, int base) {
        Set<Integer> numbers = new TreeSet<>();
        for (String part : field.split(",")) {
            String range = part.contains("/") ? part.substring(0, part.indexOf('/')) : part;
            int step = part.contains("/") ? Integer.parseInt(part.substring(part.indexOf('/') + 1)) : 1;
            int first = lowest;
            int last = highest;
            if (!range.equals("*")) {
                String[] ends = range.split("-");
                first = number(ends[0], names, base);
                last = ends.length == 2 ? number(ends[1], names, base) : part.contains("/") ? highest : first;
            }
            for (int i = first; i <= last; i += step) {
                numbers.add(i);
            }
        }
        return numbers;
    }

    private static int number(String text, List<String> names, int base) {
        int name = names.indexOf(text.toLowerCase(Locale.ROOT));
        return name >= 0 ? name + base : Integer.parseInt(text);
    }
}
