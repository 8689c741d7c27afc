package io.accounts4j.jdbc.store;

import io.accounts4j.jdbc.SqlErrors;
import java.sql.Connection;
import java.sql.SQLException;

/** A transaction that is open on the calling thread, begun by the host, a framework or the store. Used by one thread. */
public interface OpenTransaction {

    /** Returns the connection of this transaction, which the caller neither commits nor closes. */
    Connection connection();

    /** Runs {@code action} once this transaction has committed. */
    void afterCommit(Runnable action);

    /** Prevents the commit. */
    void markRollbackOnly();

    /** Returns whether the commit is prevented. */
    boolean isRollbackOnly();

    /**
     * Runs {@code work} on the connection and returns its result. A refusal by the database is a {@link
     * io.accounts4j.kernel.StoreException} and prevents the commit; {@link IllegalStateException} as in {@link #requireUsable}.
     */
    default <T> T with(ConnectionWork<T> work) {
        requireUsable();
        try {
            return work.run(connection());
        } catch (SQLException e) {
            markRollbackOnly();
            throw SqlErrors.toStoreException(e);
        }
    }

    /** Throws {@link IllegalStateException} once part of the work has failed, so that nothing is added to half of a change. */
    default void requireUsable() {
        if (isRollbackOnly()) {
            throw new IllegalStateException("work in this transaction has failed, and it can only be rolled back:"
                    + " let the exception leave the transaction instead of catching it inside");
        }
    }
}
