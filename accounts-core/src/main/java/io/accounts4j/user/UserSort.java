package io.accounts4j.user;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * The order of a list of users; ties are broken by id in the same direction, so that the order is total.
 *
 * @param key what is compared
 * @param descending whether the greatest comes first
 */
public record UserSort(Key key, boolean descending) {

    private static final DateTimeFormatter MICROSECONDS = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    /** What users can be ordered by; each is indexed. */
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
     * What {@code user} is placed by, as text that sorts alike in every store; a time is in UTC with all six digits of
     * its microseconds.
     */
    public String keyOf(User user) {
        return switch (key) {
            case INSERTED_AT -> MICROSECONDS.format(user.insertedAt());
            case EMAIL -> user.email().canonical();
            case NAME -> UserFilter.searchText(user.name(), user.email());
        };
    }
}
