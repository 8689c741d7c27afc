package io.accounts4j.jdbi;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Work that was done on a plain connection of the host, in the host's transaction. A connection does not tell when it
 * commits, so the host says so: what waits for the commit, such as telling other parts to look, runs in {@link
 * #committed} and is dropped without it. Nothing that matters waits for it. Used by one thread.
 *
 * @param <T> what the work returned
 */
public final class JoinedTransaction<T> {

    private static final Logger LOG = LoggerFactory.getLogger(JoinedTransaction.class);

    private final T result;
    private final JoinedConnection joined;

    JoinedTransaction(T result, JoinedConnection joined) {
        this.result = result;
        this.joined = joined;
        if (joined.actions().size() > 0) {
            LOG.debug(
                    "{} action(s) wait for committed(), and are dropped without it",
                    joined.actions().size());
        }
    }

    /** What the work returned. */
    public T result() {
        return result;
    }

    /**
     * Whether part of the work failed, though the host's code caught the exception: the transaction holds half of a
     * change and is to be rolled back.
     */
    public boolean isRollbackOnly() {
        return joined.isRollbackOnly();
    }

    /**
     * Says that the host has committed. Again is harmless; {@link IllegalStateException} when {@link #isRollbackOnly}.
     */
    public void committed() {
        if (joined.isRollbackOnly()) {
            throw new IllegalStateException(
                    "half a change may have been committed: ask isRollbackOnly() before the commit and roll back then");
        }
        joined.actions().run();
    }
}
