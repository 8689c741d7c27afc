package io.accounts4j.jdbc.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.accounts4j.page.Cursor;
import io.accounts4j.page.Slice;
import io.accounts4j.user.UserSort;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeysetTest {

    private static final UUID ID = UUID.fromString("01890000-0000-7000-8000-000000000001");

    @Test
    void readsTimesAndTexts() {
        String time = "2026-01-02T03:04:05.000006Z";

        assertThat(KeysetPosition.of(new Cursor.Item(time, ID.toString()), UserSort.Key.INSERTED_AT))
                .isEqualTo(new KeysetPosition(Optional.of(Instant.parse(time)), time, ID));
        assertThat(KeysetPosition.of(new Cursor.Item("ann@example.com", ID.toString()), UserSort.Key.EMAIL))
                .isEqualTo(new KeysetPosition(Optional.empty(), "ann@example.com", ID));
    }

    @ParameterizedTest
    @CsvSource({
        "INSERTED_AT, ann",
        "INSERTED_AT, 0999-12-31T23:59:59Z",
        "INSERTED_AT, +10000-01-01T00:00:00Z",
        "EMAIL, a\u0000b",
        "NAME, a\uD800b"
    })
    void refusesKeysThatNoListHas(UserSort.Key sort, String key) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> KeysetPosition.of(new Cursor.Item(key, ID.toString()), sort))
                .withMessage("the cursor is of another list or was changed on its way");
    }

    @Test
    void refusesIdsThatNoUserHas() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> KeysetPosition.of(new Cursor.Item("ann", "1"), UserSort.Key.NAME));
    }

    @Test
    void slicesForwardWithACursorOnEachSideThatGoesOn() {
        assertThat(KeysetRow.slice(rows(false, "a", "b", "c"), 2, false))
                .isEqualTo(new Slice<>(List.of("A", "B"), after("b"), Optional.empty()));
        assertThat(KeysetRow.slice(rows(true, "a", "b"), 2, false))
                .isEqualTo(new Slice<>(List.of("A", "B"), Optional.empty(), before("a")));
    }

    @Test
    void slicesBackwardInTheOrderOfTheList() {
        assertThat(KeysetRow.slice(rows(true, "c", "b", "a"), 2, true))
                .isEqualTo(new Slice<>(List.of("B", "C"), after("c"), before("b")));
        assertThat(KeysetRow.slice(rows(false, "b", "a"), 2, true))
                .isEqualTo(new Slice<>(List.of("A", "B"), Optional.empty(), Optional.empty()));
    }

    @Test
    void slicesNothingOfNoRows() {
        assertThat(KeysetRow.slice(List.of(), 2, true))
                .isEqualTo(new Slice<>(List.of(), Optional.empty(), Optional.empty()));
    }

    private static List<KeysetRow<String>> rows(boolean back, String... keys) {
        return Stream.of(keys)
                .map(key -> new KeysetRow<>(key.toUpperCase(Locale.ROOT), key, key + "-id", back))
                .toList();
    }

    private static Optional<Cursor> after(String key) {
        return Optional.of(Cursor.after(key, key + "-id"));
    }

    private static Optional<Cursor> before(String key) {
        return Optional.of(Cursor.before(key, key + "-id"));
    }
}
