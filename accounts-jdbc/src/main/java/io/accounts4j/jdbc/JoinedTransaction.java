package io.accounts4j.jdbc;

/**
 * Work that was done on a plain connection of the host, in the host's transaction; the same type for every store. A
 * connection does not report its commit, so the host calls {@link #committed}: actions that wait for the commit, such as
 * signals to other nodes, run then and are dropped without the call. No stored change waits for it. Used by one thread.
 *
 * @param <T> the type of the result
 */
public interface JoinedTransaction<T> {

    /** Returns the result of the work. */
    T result();

    /**
     * Returns whether part of the work failed, though the host's code caught the exception: the transaction holds half of a
     * change and must be rolled back.
     */
    boolean isRollbackOnly();

    /**
     * Runs the waiting actions after the host has committed. A second call does nothing.
     *
     * @throws IllegalStateException when {@link #isRollbackOnly}
     */
    void committed();
}
