package io.accounts4j.page;

import java.util.List;

/**
 * One page of a numbered list.
 *
 * @param total how many items the whole list has
 * @param totalIsExact true if {@code total} was counted; a store may estimate it if counting would cost too much
 */
public record Page<T>(List<T> items, PageRequest request, long total, boolean totalIsExact) {

    /** Copies the items. */
    public Page {
        items = List.copyOf(items);
    }

    /** How many pages the list has; 0 for an empty list. */
    public long totalPages() {
        return (total + request.size() - 1) / request.size();
    }
}
