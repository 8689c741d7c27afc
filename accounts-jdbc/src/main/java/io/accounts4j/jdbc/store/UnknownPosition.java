package io.accounts4j.jdbc.store;

/** The refusal of a position that no store of this kind has written. */
final class UnknownPosition {

    private UnknownPosition() {}

    static IllegalArgumentException exception() {
        return new IllegalArgumentException("the position was written by another kind of store or was changed");
    }
}
