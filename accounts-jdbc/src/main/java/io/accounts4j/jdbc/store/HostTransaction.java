package io.accounts4j.jdbc.store;

import io.accounts4j.jdbc.JoinedTransaction;
import io.accounts4j.jdbc.SqlErrors;
import io.accounts4j.kernel.StoreException;
import java.sql.Connection;
import java.sql.SQLException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A transaction of which only the connection is known. Its owner, the host or the store that began it, ends it and reports
 * the commit by running the actions. Used by one thread.
 */
public final class HostTransaction implements OpenTransaction {

    private static final Logger LOG = LoggerFactory.getLogger(HostTransaction.class);

    private final Connection connection;
    private final AfterCommitActions actions;
    private boolean rollbackOnly;

    private HostTransaction(Connection connection, AfterCommitActions actions) {
        this.connection = connection;
        this.actions = actions;
    }

    /** A transaction that the store has begun on {@code connection}; the store runs {@code actions} after its commit. */
    public static HostTransaction over(Connection connection, AfterCommitActions actions) {
        return new HostTransaction(connection, actions);
    }

    /**
     * A transaction that the host has begun on {@code connection}; see {@link #joined}.
     *
     * @throws IllegalArgumentException if the connection commits each statement by itself
     */
    public static HostTransaction over(Connection connection) {
        try {
            if (connection.getAutoCommit()) {
                throw new IllegalArgumentException(
                        "there is no transaction to join: call connection.setAutoCommit(false) first");
            }
        } catch (SQLException e) {
            throw SqlErrors.toStoreException(e);
        }
        return over(connection, new AfterCommitActions());
    }

    @Override
    public Connection connection() {
        return connection;
    }

    @Override
    public void afterCommit(Runnable action) {
        actions.add(action);
    }

    @Override
    public void markRollbackOnly() {
        rollbackOnly = true;
    }

    @Override
    public boolean isRollbackOnly() {
        return rollbackOnly;
    }

    /** Throws {@link StoreException} instead of a commit of half a change: work that failed was caught inside. */
    public void requireCommittable() {
        if (rollbackOnly) {
            throw new StoreException("rolled back, because work in the transaction failed", false, null);
        }
    }

    /** Returns the handle by which the host reports its commit, with the {@code result} of the work. */
    public <T> JoinedTransaction<T> joined(T result) {
        if (actions.size() > 0) {
            LOG.debug("{} action(s) wait for committed(), and are dropped without it", actions.size());
        }
        return new Joined<>(result, this);
    }

    private record Joined<T>(T result, HostTransaction transaction) implements JoinedTransaction<T> {

        @Override
        public boolean isRollbackOnly() {
            return transaction.isRollbackOnly();
        }

        @Override
        public void committed() {
            if (isRollbackOnly()) {
                throw new IllegalStateException(
                        "half a change may have been committed: ask isRollbackOnly() before the commit and roll back then");
            }
            transaction.actions.run();
        }
    }
}
