package io.accounts4j.jdbi;

import io.accounts4j.kernel.StoreException;
import java.sql.SQLException;
import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.transaction.TransactionHandler;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;

/**
 * Stands before the host's transaction handler and turns the commit of a handle whose work has failed into a rollback:
 * Jdbi itself knows no rollback-only mark.
 */
final class CommitGuard implements TransactionHandler {

    private final TransactionHandler handler;
    private final Map<Handle, Boolean> forbidden;

    private CommitGuard(TransactionHandler handler, Map<Handle, Boolean> forbidden) {
        this.handler = handler;
        this.forbidden = forbidden;
    }

    /** The guard of {@code jdbi}, put in place when it is asked for first. */
    static CommitGuard of(Jdbi jdbi) {
        TransactionHandler present = jdbi.getTransactionHandler();
        if (present instanceof CommitGuard guard) {
            return guard;
        }
        CommitGuard guard = new CommitGuard(present, Collections.synchronizedMap(new WeakHashMap<>()));
        jdbi.setTransactionHandler(guard);
        return guard;
    }

    void forbid(Handle handle) {
        forbidden.put(handle, true);
    }

    boolean forbids(Handle handle) {
        return !forbidden.isEmpty() && forbidden.containsKey(handle);
    }

    @Override
    public TransactionHandler specialize(Handle handle) throws SQLException {
        return new CommitGuard(handler.specialize(handle), forbidden);
    }

    @Override
    public void begin(Handle handle) {
        forbidden.remove(handle);
        handler.begin(handle);
    }

    @Override
    public void commit(Handle handle) {
        if (forbids(handle)) {
            handle.rollback();
            throw new StoreException("rolled back, because work in the transaction failed", false, null);
        }
        handler.commit(handle);
    }

    @Override
    public void rollback(Handle handle) {
        forbidden.remove(handle);
        handler.rollback(handle);
    }

    @Override
    public boolean isInTransaction(Handle handle) {
        return handler.isInTransaction(handle);
    }

    @Override
    public void savepoint(Handle handle, String name) {
        handler.savepoint(handle, name);
    }

    @Override
    public void rollbackToSavepoint(Handle handle, String name) {
        handler.rollbackToSavepoint(handle, name);
    }

    @Override
    public void releaseSavepoint(Handle handle, String name) {
        handler.releaseSavepoint(handle, name);
    }

    @Override
    public <R, X extends Exception> R inTransaction(Handle handle, HandleCallback<R, X> callback) throws X {
        return handler.inTransaction(handle, callback);
    }

    @Override
    public <R, X extends Exception> R inTransaction(
            Handle handle, TransactionIsolationLevel level, HandleCallback<R, X> callback) throws X {
        return handler.inTransaction(handle, level, callback);
    }
}
