package io.accounts4j.jobs.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import io.accounts4j.jobs.schedule.CronOracle.Walk;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@link CronExpression} against {@link CronOracle}, on the days around changes of the clocks and on others. */
class CronOracleTest {

    private static final int EXPRESSIONS = Integer.getInteger("accounts.rounds", 1) * 150;
    private static final int CHANGES = 16;
    private static final Duration AROUND = Duration.ofHours(30);
    private static final String[] MONTHS = {"jan", "mar", "APR", "oct", "nov"};
    private static final String[] DAYS = {"sun", "mon", "FRI", "sat"};

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UTC",
                "Europe/Berlin",
                "America/New_York",
                "America/St_Johns",
                "America/Havana",
                "America/Sao_Paulo",
                "Australia/Lord_Howe",
                "Antarctica/Troll",
                "Pacific/Apia",
                "Africa/Casablanca",
                "Africa/Cairo",
                "Asia/Gaza",
                "Asia/Kathmandu",
                "Asia/Beirut"
            })
    void isDueWhenAWalkThroughTheMinutesSays(String zone) {
        Random random = new Random(zone.hashCode());
        List<Walk> walks = walks(ZoneId.of(zone), random);
        for (int i = 0; i < EXPRESSIONS; i++) {
            String expression = expression(random);
            Optional<CronExpression> parsed = parsed(expression);
            if (parsed.isPresent()) {
                Walk walk = walks.get(random.nextInt(walks.size()));
                assertThat(ticks(parsed.get(), walk))
                        .as("%s in %s from %s", expression, zone, walk.minutes().get(0))
                        .isEqualTo(new CronOracle(expression).due(walk));
            }
        }
    }

    private static List<Instant> ticks(CronExpression expression, Walk walk) {
        Instant last = walk.minutes().get(walk.minutes().size() - 1).at();
        List<Instant> ticks = new ArrayList<>();
        Instant from = walk.minutes().get(0).at().minusSeconds(1);
        for (Optional<Instant> next = expression.next(from, walk.zone());
                next.isPresent() && !next.get().isAfter(last);
                next = expression.next(next.get(), walk.zone())) {
            ticks.add(next.get());
        }
        return ticks;
    }

    /** Around changes of the clocks since 1990, and some days without. */
    private static List<Walk> walks(ZoneId zone, Random random) {
        Instant start = Instant.parse("1990-01-01T00:00:00Z");
        List<Instant> middles = new ArrayList<>();
        for (ZoneOffsetTransition change = zone.getRules().nextTransition(start);
                change != null && change.getInstant().isBefore(Instant.parse("2031-01-01T00:00:00Z"));
                change = zone.getRules().nextTransition(change.getInstant())) {
            middles.add(change.getInstant());
        }
        Collections.shuffle(middles, random);
        return Stream.concat(
                        middles.stream().limit(CHANGES),
                        Stream.generate(() -> start.plus(random.nextInt(15_000), ChronoUnit.DAYS))
                                .limit(CHANGES / 4))
                .map(middle -> Walk.of(zone, middle.minus(AROUND), middle.plus(AROUND)))
                .toList();
    }

    private static Optional<CronExpression> parsed(String expression) {
        try {
            return Optional.of(CronExpression.parse(expression));
        } catch (IllegalArgumentException noSuchDay) {
            assertThat(noSuchDay).hasMessageContaining("no such day");
            return Optional.empty();
        }
    }

    private static String expression(Random random) {
        String month = random.nextInt(4) > 0 ? "*" : field(random, 1, 12, MONTHS);
        String dayOfMonth =
                random.nextInt(3) > 0 ? "*" : random.nextInt(4) == 0 ? "L" : field(random, 1, 31, new String[0]);
        String dayOfWeek = random.nextInt(3) > 0 ? "*" : field(random, 0, 7, DAYS);
        return String.join(
                " ",
                field(random, 0, 59, new String[0]),
                random.nextBoolean() ? hours(random) : field(random, 0, 23, new String[0]),
                dayOfMonth,
                month,
                dayOfWeek);
    }

    /** Hours in which clocks change. */
    private static String hours(Random random) {
        int first = random.nextInt(4);
        return random.nextInt(4) == 0 ? "0,23" : first + "-" + (first + random.nextInt(3));
    }

    private static String field(Random random, int lowest, int highest, String[] names) {
        int first = lowest + random.nextInt(highest - lowest + 1);
        int last = first + random.nextInt(highest - first + 1);
        int step = 1 + random.nextInt(highest - lowest);
        return switch (random.nextInt(8)) {
            case 0 -> "*";
            case 1 -> "*/" + step;
            case 2 -> first + "-" + last;
            case 3 -> first + "-" + last + "/" + step;
            case 4 -> first + "/" + step;
            case 5 -> first + "," + (lowest + random.nextInt(highest - lowest + 1));
            case 6 -> names.length == 0 ? lowest + "-" + highest : names[random.nextInt(names.length)];
            default -> String.valueOf(first);
        };
    }
}
