package io.accounts4j.jdbi;

import io.accounts4j.jdbc.store.AfterCommitActions;
import io.accounts4j.jdbc.store.OpenTransaction;
import java.sql.Connection;
import org.jdbi.v3.core.Handle;

/** A transaction that the host has opened on a handle of the same Jdbi, which therefore tells when it commits. */
final class HandleTransaction implements OpenTransaction {

    private final Handle handle;
    private final CommitGuard guard;

    HandleTransaction(Handle handle, CommitGuard guard) {
        this.handle = handle;
        this.guard = guard;
    }

    @Override
    public Connection connection() {
        return handle.getConnection();
    }

    @Override
    public void afterCommit(Runnable action) {
        handle.afterCommit(() -> AfterCommitActions.run(action));
    }

    @Override
    public void markRollbackOnly() {
        guard.forbid(handle);
    }

    @Override
    public boolean isRollbackOnly() {
        return guard.forbids(handle);
    }
}
