package io.accounts4j.jdbi;

import io.accounts4j.kernel.Text;
import io.accounts4j.page.Cursor;
import io.accounts4j.user.UserId;
import io.accounts4j.user.UserSort;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.UUID;

/** A place in a list of users, as parameters. */
final class Place {

    private static final Instant FIRST = Instant.parse("1000-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999999Z");

    private final Key key;
    private final UUID id;
    private final int keys;

    private Place(Key key, UUID id, int keys) {
        this.key = key;
        this.id = id;
        this.keys = keys;
    }

    /** {@link IllegalArgumentException} for an item that no list sorted by {@code sort} can have. */
    static Place of(Cursor.Item item, UserSort.Key sort, int keys) {
        UUID id = UserId.parse(item.id()).map(UserId::value).orElseThrow(Place::unknown);
        return new Place(sort == UserSort.Key.INSERTED_AT ? time(item.key()) : text(item.key()), id, keys);
    }

    void bind(Parameters parameters) throws SQLException {
        for (int i = 0; i < keys; i++) {
            key.bind(parameters);
        }
        parameters.add(id);
    }

    private static Key time(String key) {
        try {
            Instant time = Instant.parse(key);
            if (time.isBefore(FIRST) || time.isAfter(LAST)) {
                throw unknown();
            }
            return parameters -> parameters.add(time);
        } catch (DateTimeException e) {
            throw unknown();
        }
    }

    private static Key text(String key) {
        if (!Text.isStorable(key)) {
            throw unknown();
        }
        return parameters -> parameters.add(key);
    }

    private static IllegalArgumentException unknown() {
        return new IllegalArgumentException("the cursor is of another list or was changed on its way");
    }

    /** Binds the key once. */
    private interface Key {
        void bind(Parameters parameters) throws SQLException;
    }
}
