package io.accounts4j.jdbc.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.accounts4j.event.EventPosition;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GapPositionTest {

    @Test
    void remembersTheIdsBetweenThoseRead() {
        GapPosition position = GapPosition.parse(EventPosition.start()).read(List.of(1L, 4L, 5L, 7L));

        assertThat(position).isEqualTo(new GapPosition(7, List.of(2L, 3L, 6L)));
        assertThat(position.read(List.of(3L, 8L))).isEqualTo(new GapPosition(8, List.of(2L, 6L)));
    }

    @Test
    void startsAtTheEndWithTheGapsAmongTheNewestIds() {
        assertThat(GapPosition.end(List.of(9L, 6L, 8L)).missing()).containsExactly(1L, 2L, 3L, 4L, 5L, 7L);
        assertThat(GapPosition.end(List.of())).isEqualTo(new GapPosition(0, List.of()));
    }

    @Test
    void forgetsTheSmallestOfTooManyMissingIds() {
        GapPosition position = GapPosition.parse(EventPosition.start()).read(List.of(1_000L));

        assertThat(position.missing())
                .isEqualTo(
                        LongStream.range(1_000 - GapPosition.MAX, 1_000).boxed().toList());
    }

    @Test
    void printsRunsOfMissingIdsAndReadsThemAgain() {
        GapPosition position = new GapPosition(100, List.of(40L, 41L, 42L, 99L));

        assertThat(position.print().value()).isEqualTo("100-1.1m+2");
        assertThat(GapPosition.parse(position.print())).isEqualTo(position);
    }

    @Test
    void printsNoMoreThanAColumnHolds() {
        List<Long> everyOther =
                LongStream.range(0, GapPosition.MAX).map(i -> 2 * i + 1).boxed().toList();
        GapPosition position = new GapPosition(1_000_000_000, everyOther);

        GapPosition again = GapPosition.parse(position.print());

        assertThat(position.print().value()).hasSizeLessThanOrEqualTo(255);
        assertThat(again.last()).isEqualTo(position.last());
        assertThat(again.missing())
                .isNotEmpty()
                .isEqualTo(
                        everyOther.subList(everyOther.size() - again.missing().size(), everyOther.size()));
    }

    @Test
    void padsMissingIdsToFewCounts() {
        assertThat(new GapPosition(9, List.of(3L, 5L)).padded()).containsExactly(3L, 5L, 5L, 5L);
        assertThat(new GapPosition(9, List.of(1L, 2L, 3L, 4L, 5L)).padded()).hasSize(32);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "x", "1-", "1-2+", "12.0", "1234567890123456789", "1-Z"})
    void refusesWhatItHasNotWritten(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GapPosition.parse(new EventPosition(text)))
                .withMessage("the position was written by another kind of store or was changed");
    }
}
