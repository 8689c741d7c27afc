package io.accounts4j.jobs.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CronExpressionTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # expression            | from                | next
            * * * * *               | 2026-01-15T10:30:00 | 2026-01-15T10:31
            * * * * *               | 2026-01-15T10:30:59 | 2026-01-15T10:31
            0 4 * * *               | 2026-01-15T03:59:59 | 2026-01-15T04:00
            0 4 * * *               | 2026-01-15T04:00:00 | 2026-01-16T04:00
            */15 * * * *            | 2026-01-15T10:30:00 | 2026-01-15T10:45
            5/20 * * * *            | 2026-01-15T10:46:00 | 2026-01-15T11:05
            10-40/15 9-17 * * *     | 2026-01-15T10:30:00 | 2026-01-15T10:40
            0,30 8,20 * * *         | 2026-01-15T08:30:00 | 2026-01-15T20:00
            0 0 1 * *               | 2026-01-15T10:30:00 | 2026-02-01T00:00
            0 0 31 * *              | 2026-02-01T00:00:00 | 2026-03-31T00:00
            0 0 L * *               | 2028-02-01T00:00:00 | 2028-02-29T00:00
            0 0 L * *               | 2026-02-28T00:00:00 | 2026-03-31T00:00
            0 0 29 2 *              | 2096-03-01T00:00:00 | 2104-02-29T00:00
            0 0 * jan,JUL *         | 2026-02-01T00:00:00 | 2026-07-01T00:00
            0 9 * * mon-fri         | 2026-01-16T09:00:00 | 2026-01-19T09:00
            0 9 * * 0               | 2026-01-16T09:00:00 | 2026-01-18T09:00
            0 9 * * 7               | 2026-01-16T09:00:00 | 2026-01-18T09:00
            0 9 * * 5-7             | 2026-01-17T09:00:00 | 2026-01-18T09:00
            0 9 13 * fri            | 2026-01-15T00:00:00 | 2026-01-16T09:00
            0 9 13 * fri            | 2026-01-10T00:00:00 | 2026-01-13T09:00
            0 9 */2 * mon           | 2026-01-13T00:00:00 | 2026-01-19T09:00
            59 23 31 12 *           | 2026-12-31T23:59:00 | 2027-12-31T23:59
            @hourly                 | 2026-01-15T10:30:00 | 2026-01-15T11:00
            @daily                  | 2026-01-15T10:30:00 | 2026-01-16T00:00
            @Midnight               | 2026-01-15T10:30:00 | 2026-01-16T00:00
            @weekly                 | 2026-01-15T10:30:00 | 2026-01-18T00:00
            @monthly                | 2026-01-15T10:30:00 | 2026-02-01T00:00
            @yearly                 | 2026-01-15T10:30:00 | 2027-01-01T00:00
            """)
    void theNextTick(String expression, LocalDateTime from, LocalDateTime next) {
        assertThat(CronExpression.parse(expression).next(from.toInstant(ZoneOffset.UTC), ZoneOffset.UTC))
                .contains(next.toInstant(ZoneOffset.UTC));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "* * * *",
                "* * * * * *",
                "60 * * * *",
                "* 24 * * *",
                "* * 0 * *",
                "* * 32 * *",
                "* * * 13 *",
                "* * * * 8",
                "5-3 * * * *",
                "*/0 * * * *",
                "*/90 * * * *",
                "0 */25 * * *",
                "0 0 */32 * *",
                "1,,2 * * * *",
                "1-2-3 * * * *",
                "*/5/5 * * * *",
                "-1 * * * *",
                "* * * foo *",
                "* * ? * *",
                "0 0 30 2 *",
                "0 0 31 4,6,9,11 *",
                "@reboot",
                "٣ * * * *"
            })
    void whatIsNoScheduleIsRefused(String expression) {
        assertThatThrownBy(() -> CronExpression.parse(expression)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theMessageSaysWhatIsWrong() {
        assertThatThrownBy(() -> CronExpression.parse("0 25 * * *")).hasMessageContainingAll("hour", "0 to 23", "25");
    }

    /** On 29 March 2026 it is 03:00 right after 02:00. */
    @Test
    void whatFallsIntoTheGapIsDueOnceRightAfterIt() {
        assertThat(ticks("30 2 * * *", "2026-03-28T12:00:00Z", 2))
                .containsExactly(Instant.parse("2026-03-29T01:00:00Z"), Instant.parse("2026-03-30T00:30:00Z"));
        assertThat(ticks("*/10 2 * * *", "2026-03-29T00:00:00Z", 2))
                .containsExactly(Instant.parse("2026-03-29T01:00:00Z"), Instant.parse("2026-03-30T00:00:00Z"));
        assertThat(ticks("0 2,3 * * *", "2026-03-29T00:00:00Z", 2))
                .containsExactly(Instant.parse("2026-03-29T01:00:00Z"), Instant.parse("2026-03-30T00:00:00Z"));
    }

    /** On 25 October 2026 it is 02:00 to 03:00 twice. */
    @Test
    void whatHasAFixedHourIsDueTheFirstTimeOnly() {
        assertThat(ticks("30 2 * * *", "2026-10-24T12:00:00Z", 2))
                .containsExactly(Instant.parse("2026-10-25T00:30:00Z"), Instant.parse("2026-10-26T01:30:00Z"));
        assertThat(ticks("30 2 * * *", "2026-10-25T01:10:00Z", 1))
                .containsExactly(Instant.parse("2026-10-26T01:30:00Z"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"*/30 1-4 * * *", "0/30 1-4 * * *", "0-59/30 2 * * *"})
    void aStepInTheMinutesRunsThroughBothPasses(String expression) {
        assertThat(ticks(expression, "2026-10-24T23:45:00Z", 4))
                .containsExactly(
                        Instant.parse("2026-10-25T00:00:00Z"),
                        Instant.parse("2026-10-25T00:30:00Z"),
                        Instant.parse("2026-10-25T01:00:00Z"),
                        Instant.parse("2026-10-25T01:30:00Z"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"* 2 * * *", "0-59 2 * * *"})
    void everyMinuteRunsThroughBothPasses(String expression) {
        assertThat(ticks(expression, "2026-10-24T23:45:00Z", 120))
                .startsWith(Instant.parse("2026-10-25T00:00:00Z"))
                .endsWith(Instant.parse("2026-10-25T01:59:00Z"));
    }

    /** In 2007 it was 00:01 twice on 4 November in St. John's, and 3 November ended twice. */
    @Test
    void aDayThatEndsTwiceIsWalkedTwice() {
        Instant before = Instant.parse("2007-11-04T02:25:00Z");
        ZoneId zone = ZoneId.of("America/St_Johns");
        CronExpression saturdays = CronExpression.parse("0,30 * * * sat");

        Instant first = saturdays.next(before, zone).orElseThrow();

        assertThat(first).isEqualTo(Instant.parse("2007-11-04T03:00:00Z"));
    }

    @Test
    void whatIsDueEveryHourKeepsItsRhythm() {
        assertThat(ticks("0 * * * *", "2026-10-24T23:30:00Z", 4))
                .containsExactly(
                        Instant.parse("2026-10-25T00:00:00Z"),
                        Instant.parse("2026-10-25T01:00:00Z"),
                        Instant.parse("2026-10-25T02:00:00Z"),
                        Instant.parse("2026-10-25T03:00:00Z"));
        assertThat(ticks("*/30 * * * *", "2026-03-29T00:00:00Z", 3))
                .containsExactly(
                        Instant.parse("2026-03-29T00:30:00Z"),
                        Instant.parse("2026-03-29T01:00:00Z"),
                        Instant.parse("2026-03-29T01:30:00Z"));
    }

    /** In 2018 midnight of 4 November did not exist in São Paulo. */
    @Test
    void aDayMayBeginLate() {
        List<Instant> ticks = new ArrayList<>();
        CronExpression.parse("@daily")
                .next(Instant.parse("2018-11-03T12:00:00Z"), ZoneId.of("America/Sao_Paulo"))
                .ifPresent(ticks::add);
        assertThat(ticks).containsExactly(Instant.parse("2018-11-04T03:00:00Z"));
    }

    private static List<Instant> ticks(String expression, String from, int count) {
        List<Instant> ticks = new ArrayList<>();
        Instant last = Instant.parse(from);
        for (int i = 0; i < count; i++) {
            last = CronExpression.parse(expression).next(last, BERLIN).orElseThrow();
            ticks.add(last);
        }
        return ticks;
    }
}
