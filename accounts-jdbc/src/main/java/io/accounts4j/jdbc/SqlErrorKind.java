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
    MISSING_TABLE(
            false,
            "a table of accounts4j is missing where the connection looks; call"
                    + " AccountsSchema.migrate(dataSource) before, or inSchema(name) for tables in another schema"),
    /** A column does not exist: the tables are those of another release. */
    MISSING_COLUMN(
            false,
            "a column of accounts4j is missing, the tables are those of an older release; call"
                    + " AccountsSchema.migrate(dataSource) with this release before"),
    /** The transaction or the server accepts no writes. */
    READ_ONLY(
            false,
            "the transaction or the server is read-only; call verbs that write in a transaction that may write, such as"
                    + " @Transactional without readOnly = true, and on the primary server"),
    /** The user may not do this, or may not log in. */
    PERMISSION(
            false,
            "the database user lacks a right or may not log in; grant it select, insert, update and delete on the tables"
                    + " accounts_* and use on their sequences"),
    /**
     * The statement is larger than the server accepts, such as {@code max_allowed_packet} of MariaDB. MariaDB may close the
     * connection while its driver is still sending, which cannot be told from {@link #UNAVAILABLE}.
     */
    TOO_LARGE(false),
    /** A prepared statement of this client is not on the server's connection, or one of another client is. */
    LOST_STATEMENT(
            false,
            "prepared statements do not survive a pooler between client and server, such as PgBouncer in transaction"
                    + " mode; add prepareThreshold=0 to the JDBC URL"),
    /** Every other error; the same statement fails again. */
    PERMANENT(false);

    private final boolean retryable;
    private final String remedy;

    SqlErrorKind(boolean retryable) {
        this(retryable, "");
    }

    SqlErrorKind(boolean retryable, String remedy) {
        this.retryable = retryable;
        this.remedy = remedy.isEmpty() ? "" : ": " + remedy;
    }

    /** Returns the cause and the remedy in the words of a host, to end a message; empty where only the codes can tell. */
    public String remedy() {
        return remedy;
    }

    /** Returns whether the same transaction may succeed later. */
    public boolean isRetryable() {
        return retryable;
    }

    /**
     * Returns whether the error may be about single rows, so that the same statement may succeed for others; false where it is
     * about the connection, the server, the tables or the rights of the user, and every other row fails alike.
     */
    public boolean concernsRow() {
        return switch (this) {
            case CONFLICT, LOCK_TIMEOUT, STATEMENT_TIMEOUT, DUPLICATE, REFERENCED, CONSTRAINT, TOO_LARGE, PERMANENT ->
                true;
            case UNAVAILABLE, MISSING_TABLE, MISSING_COLUMN, READ_ONLY, PERMISSION, LOST_STATEMENT -> false;
        };
    }
}
