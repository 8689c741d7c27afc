package io.accounts4j.jdbc.store;

import io.accounts4j.kernel.Text;
import io.accounts4j.page.Cursor;
import io.accounts4j.user.UserId;
import io.accounts4j.user.UserSort;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A position in a sorted list of users, checked so that every database accepts it as parameters.
 *
 * @param time the sort key where the list is sorted by time
 * @param text the sort key as text
 * @param id the user at this position
 */
public record KeysetPosition(Optional<Instant> time, String text, UUID id) {

    private static final Instant FIRST = Instant.parse("1000-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999999Z");

    /**
     * Returns the position of {@code item} in a list sorted by {@code sort}.
     *
     * @throws IllegalArgumentException for an item that no such list can have
     */
    public static KeysetPosition of(Cursor.Item item, UserSort.Key sort) {
        UUID id = UserId.parse(item.id()).map(UserId::value).orElseThrow(KeysetPosition::unknown);
        if (sort == UserSort.Key.INSERTED_AT) {
            return new KeysetPosition(Optional.of(time(item.key())), item.key(), id);
        }
        if (!Text.isStorable(item.key())) {
            throw unknown();
        }
        return new KeysetPosition(Optional.empty(), item.key(), id);
    }

    private static Instant time(String key) {
        try {
            Instant time = Instant.parse(key);
            if (time.isBefore(FIRST) || time.isAfter(LAST)) {
                throw unknown();
            }
            return time;
        } catch (DateTimeException e) {
            throw unknown();
        }
    }

    private static IllegalArgumentException unknown() {
        return new IllegalArgumentException("the cursor is of another list or was changed on its way");
    }
}
