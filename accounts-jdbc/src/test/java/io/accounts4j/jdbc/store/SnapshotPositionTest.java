package io.accounts4j.jdbc.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.accounts4j.event.EventPosition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SnapshotPositionTest {

    @Test
    void startsBeforeTheFirstTransaction() {
        assertThat(SnapshotPosition.parse(EventPosition.start())).isEqualTo(new SnapshotPosition("0", 0, null));
    }

    @Test
    void keepsTheSnapshotUntilAllItsTransactionsArePassed() {
        SnapshotPosition end = SnapshotPosition.end("10", "10:20:10,15");

        assertThat(end.print().value()).isEqualTo("10.0~10:20:10,15");
        assertThat(end.read("15", 7)).isEqualTo(new SnapshotPosition("15", 7, "10:20:10,15"));
        assertThat(end.read("20", 8)).isEqualTo(new SnapshotPosition("20", 8, null));
    }

    @Test
    void leavesOutASnapshotOfTooManyTransactions() {
        assertThat(SnapshotPosition.end("1", "1:900:" + "1,".repeat(200)))
                .isEqualTo(new SnapshotPosition("1", 0, null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0", "12.34", "12.0~12:12:", "12.0~12:20:12,15,19"})
    void readsWhatItHasWritten(String text) {
        assertThat(SnapshotPosition.parse(new EventPosition(text)).print()).isEqualTo(new EventPosition(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"12", "012.1", "1.2~", "1.2~20:10:", "1.2~10:20:15,12", "1.2~10:20:21", "1.2~10:20:,", "9-1"})
    void refusesWhatPostgresWouldRefuse(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SnapshotPosition.parse(new EventPosition(text)))
                .withMessage("the position was written by another kind of store or was changed");
    }
}
