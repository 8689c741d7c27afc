package io.accounts4j.page;

import java.util.List;
import java.util.Optional;

/**
 * A run of items from a list read by cursor, always in the list's order, also when read backward.
 *
 * @param next where to go on, empty at the end
 * @param previous where to go back to, empty at the start
 */
public record Slice<T>(List<T> items, Optional<Cursor> next, Optional<Cursor> previous) {

    /** Copies the items. */
    public Slice {
        items = List.copyOf(items);
    }
}
