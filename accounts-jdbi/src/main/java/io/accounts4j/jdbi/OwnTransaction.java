package io.accounts4j.jdbi;

import io.accounts4j.kernel.StoreException;
import java.sql.Connection;
import org.jdbi.v3.core.Handle;

/** A transaction that the store has opened. Its actions run when its connection has been given back. */
final class OwnTransaction implements OpenTransaction {

    private final Handle handle;
    private final Actions actions;
    private boolean rollbackOnly;

    OwnTransaction(Handle handle, Actions actions) {
        this.handle = handle;
        this.actions = actions;
    }

    @Override
    public Connection connection() {
        return handle.getConnection();
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

    /** Refuses to commit half a change: work that failed was caught inside the transaction. */
    void requireCommittable() {
        if (rollbackOnly) {
            throw new StoreException("rolled back, because work in the transaction failed", false, null);
        }
    }
}
