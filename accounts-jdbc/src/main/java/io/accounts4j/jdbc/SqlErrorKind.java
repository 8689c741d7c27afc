package io.accounts4j.jdbc;

/** The meaning of an {@link java.sql.SQLException}, the same on every database. See {@link SqlErrors#kind}. */
public enum SqlErrorKind {
    /** Another transaction was in the way and the database ended this one at once: deadlock, serialization failure. */
    CONFLICT(true),
    /** A lock was not granted in time. */
    LOCK_TIMEOUT(true),
    /** The statement took too long, or was cancelled. */
    STATEMENT_TIMEOUT(true),
    /** The connection is lost, none can be had, or the server is starting, stopping or out of resources. */
    UNAVAILABLE(true),
    /** A unique key is taken. */
    DUPLICATE(false),
    /** A foreign key forbids the change. */
    REFERENCED(false),
    /** Another constraint forbids the row: not null, check. */
    CONSTRAINT(false),
    /** A table, a schema or a whole database does not exist. */
    MISSING_TABLE(false),
    /** The transaction or the server accepts no writes. */
    READ_ONLY(false),
    /** The user may not do this, or may not log in. */
    PERMISSION(false),
    /** The statement is larger than the server accepts, such as {@code max_allowed_packet} of MariaDB. */
    TOO_LARGE(false),
    /** Every other error; the same statement fails again. */
    PERMANENT(false);

    private final boolean retryable;

    SqlErrorKind(boolean retryable) {
        this.retryable = retryable;
    }

    /** Returns whether the same transaction may succeed later. */
    public boolean isRetryable() {
        return retryable;
    }
}
