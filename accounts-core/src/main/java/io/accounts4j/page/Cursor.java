package io.accounts4j.page;

import java.util.Optional;

/**
 * A place in an ordered list: before or after an item, or at its start. It names the sort key and id of that item, so
 * the place stays right while rows come and go (keyset paging).
 *
 * @param item the item next to this place; empty for the start of the list
 * @param backward true to read the items before the place
 */
public record Cursor(Optional<Item> item, boolean backward) {

    private static final Cursor START = new Cursor(Optional.empty(), false);

    /** The start of the list, reading forward. */
    public static Cursor start() {
        return START;
    }

    /** Right behind the item with that key and id. */
    public static Cursor after(String key, String id) {
        return new Cursor(Optional.of(new Item(key, id)), false);
    }

    /** Right before the item with that key and id, reading backward. */
    public static Cursor before(String key, String id) {
        return new Cursor(Optional.of(new Item(key, id)), true);
    }

    /**
     * The item a cursor stands beside.
     *
     * @param key its sort key
     * @param id the id that distinguishes items with the same key
     */
    public record Item(String key, String id) {}
}
