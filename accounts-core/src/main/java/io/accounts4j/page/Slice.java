package io.accounts4j.page;

import java.util.List;
import java.util.Optional;

/**
 * A run of items from a list read by cursor, always in the list's order, also when read backward.
 *
 * @param next the cursor of the next slice, empty at the end
 * @param previous the cursor of the previous slice, empty at the start
 */
public record Slice<T>(List<T> items, Optional<Cursor> next, Optional<Cursor> previous) {

    /** Copies the items. */
    public Slice {
        items = List.copyOf(items);
    }
}
