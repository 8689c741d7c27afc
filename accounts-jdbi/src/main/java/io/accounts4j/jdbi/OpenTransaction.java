package io.accounts4j.jdbi;

import java.sql.Connection;

/** A transaction that is open on this thread, whoever opened it. */
interface OpenTransaction {

    Connection connection();

    /** Releases {@code action} when this has committed. */
    void afterCommit(Runnable action);

    /** Sees to it that this is never committed. */
    void markRollbackOnly();

    boolean isRollbackOnly();

    /** Refuses to go on once part of the work has failed. */
    default void requireUsable() {
        if (isRollbackOnly()) {
            throw new IllegalStateException("work in this transaction has failed, and it can only be rolled back:"
                    + " let the exception leave the transaction instead of catching it inside");
        }
    }
}
