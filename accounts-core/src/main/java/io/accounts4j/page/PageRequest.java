package io.accounts4j.page;

/**
 * A page asked for by number.
 *
 * @param number 1 or more
 * @param size items on a page, 1 to 100
 */
public record PageRequest(int number, int size) {

    /** The largest page. */
    public static final int MAX_SIZE = 100;

    /** Refuses numbers below 1 and sizes out of bounds. */
    public PageRequest {
        if (number < 1) {
            throw new IllegalArgumentException("page number must be 1 or more, not " + number);
        }
        if (size < 1 || size > MAX_SIZE) {
            throw new IllegalArgumentException("page size must be 1 to " + MAX_SIZE + ", not " + size);
        }
    }

    /** The first page of 20, as the original has it. */
    public static PageRequest first() {
        return new PageRequest(1, 20);
    }

    /** How many items come before this page. */
    public long offset() {
        return (number - 1L) * size;
    }
}
