package io.accounts4j.jobs.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

/** The treatment of missed ticks. */
class ScheduleTest {

    private static final Instant NOON = Instant.parse("2026-01-15T12:00:00Z");

    private static Schedule hourly(boolean skipsMissed, int most) {
        return new Schedule("@hourly", CronExpression.parse("@hourly"), ZoneOffset.UTC, skipsMissed, most);
    }

    @Test
    void aTickOnTimeIsDueWhateverThePolicy() {
        Instant before = NOON.minusSeconds(1800);
        for (Schedule schedule : new Schedule[] {hourly(true, 1), hourly(false, 1), hourly(false, 100)}) {
            assertThat(schedule.due(before, NOON.minusNanos(1000))).isEmpty();
            assertThat(schedule.due(before, NOON)).containsExactly(NOON);
            assertThat(schedule.due(before, NOON.plusSeconds(59))).containsExactly(NOON);
            assertThat(schedule.due(NOON, NOON.plusSeconds(59))).isEmpty();
        }
    }

    @Test
    void missedTicksAreSkippedStoodForOrMadeUpFor() {
        Instant last = NOON.minusSeconds(3 * 3600);
        Instant late = NOON.plusSeconds(120);
        assertThat(hourly(true, 1).due(last, late)).isEmpty();
        assertThat(hourly(false, 1).due(last, late)).containsExactly(NOON);
        assertThat(hourly(false, 100).due(last, late))
                .containsExactly(NOON.minusSeconds(7200), NOON.minusSeconds(3600), NOON);
        assertThat(hourly(false, 2).due(last, late)).containsExactly(NOON.minusSeconds(3600), NOON);
    }
}
