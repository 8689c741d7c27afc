package io.accounts4j.user;

/**
 * The order of a list of users; ties are broken by id in the same direction, so that the order is total.
 *
 * @param key what is compared
 * @param descending whether the greatest comes first
 */
public record UserSort(Key key, boolean descending) {

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

    /** The text or time by which {@code user} is placed in this order, in a form that sorts alike in every store. */
    public String keyOf(User user) {
        return switch (key) {
            case INSERTED_AT -> user.insertedAt().toString();
            case EMAIL -> user.email().canonical();
            case NAME -> UserFilter.searchText(user.name(), user.email());
        };
    }
}
