package io.accounts4j.user;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * The order of a list of users; ties are broken by id in the same direction, so that the order is total.
 *
 * @param key the compared field
 * @param descending true for the greatest first
 */
public record UserSort(Key key, boolean descending) {

    private static final DateTimeFormatter MICROSECONDS = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    /** The sort keys of users; each is indexed. */
    public enum Key {
        /** When they were stored first. */
        INSERTED_AT,
        /** Their canonical address. */
        EMAIL,
        /** Their name without regard to case, then their address. */
        NAME
    }

    /** Newest first, as the original lists. */
    public static UserSort newestFirst() {
        return new UserSort(Key.INSERTED_AT, true);
    }

    /**
     * Returns the sort key of {@code user} as text that sorts alike in every store; a time is in UTC with six digits of
     * microseconds.
     */
    public String keyOf(User user) {
        return switch (key) {
            case INSERTED_AT -> MICROSECONDS.format(user.insertedAt());
            case EMAIL -> user.email().canonical();
            case NAME -> UserFilter.searchText(user.name(), user.email());
        };
    }
}
