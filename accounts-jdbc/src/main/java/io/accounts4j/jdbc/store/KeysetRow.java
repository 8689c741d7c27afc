package io.accounts4j.jdbc.store;

import io.accounts4j.page.Cursor;
import io.accounts4j.page.Slice;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * A row next to a position in a sorted list.
 *
 * @param item the value of the row
 * @param key the text by which the row is sorted, as it is stored
 * @param id the second sort key, unique
 * @param back true if the list has rows on the other side of the position
 */
public record KeysetRow<T>(T item, String key, String id, boolean back) {

    /**
     * Returns the slice of the first {@code limit} of {@code rows}.
     *
     * @param rows the rows next to the position, nearest first; one more than {@code limit} where the list goes on
     * @param backward true if the rows lie before the position
     */
    public static <T> Slice<T> slice(List<KeysetRow<T>> rows, int limit, boolean backward) {
        boolean onward = rows.size() > limit;
        boolean back = !rows.isEmpty() && rows.get(0).back();
        List<KeysetRow<T>> shown = new ArrayList<>(rows.stream().limit(limit).toList());
        if (backward) {
            Collections.reverse(shown);
        }
        Optional<Cursor> next = Optional.empty();
        Optional<Cursor> previous = Optional.empty();
        if (backward ? back : onward) {
            KeysetRow<T> last = shown.get(shown.size() - 1);
            next = Optional.of(Cursor.after(last.key(), last.id()));
        }
        if (backward ? onward : back) {
            KeysetRow<T> first = shown.get(0);
            previous = Optional.of(Cursor.before(first.key(), first.id()));
        }
        return new Slice<>(shown.stream().map(KeysetRow::item).toList(), next, previous);
    }
}
