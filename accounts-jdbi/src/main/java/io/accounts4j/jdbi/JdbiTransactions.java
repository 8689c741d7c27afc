package io.accounts4j.jdbi;

import io.accounts4j.jdbc.store.AfterCommitActions;
import io.accounts4j.jdbc.store.HostTransaction;
import io.accounts4j.jdbc.store.OpenTransaction;
import io.accounts4j.transaction.Transactions;
import java.util.function.Supplier;
import org.jdbi.v3.core.CloseException;
import org.jdbi.v3.core.ConnectionException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.transaction.TransactionException;
import org.jspecify.annotations.Nullable;

/** The transactions of Jdbi, of a framework, or of a connection that the host has lent. */
final class JdbiTransactions implements Transactions {

    private final Connections connections;

    JdbiTransactions(Connections connections) {
        this.connections = connections;
    }

    @Override
    public <T> T inTransaction(Supplier<T> work) {
        OpenTransaction open = connections.current();
        if (open != null) {
            open.requireUsable();
            return connections.within(open, work);
        }
        Transactions managed = connections.managed();
        if (managed != null) {
            return managed.inTransaction(work);
        }
        Connections.requireNoneOfSpring();
        return own(work);
    }

    private <T> T own(Supplier<T> work) {
        AfterCommitActions actions = new AfterCommitActions();
        Attempt attempt = new Attempt();
        T result;
        try {
            result = connections.jdbi().withHandle(handle -> {
                Connections.requireOurs(handle);
                return handle.inTransaction(begun -> attempt.run(() -> run(begun, actions, work)));
            });
        } catch (ConnectionException e) {
            throw e.equals(attempt.failure) ? e : JdbiErrors.toStoreException(e);
        } catch (CloseException | TransactionException e) {
            throw e.equals(attempt.failure) ? e : JdbiErrors.toStoreException(e);
        }
        actions.run();
        return result;
    }

    private <T> T run(Handle handle, AfterCommitActions actions, Supplier<T> work) {
        HostTransaction own = HostTransaction.over(handle.getConnection(), actions);
        T result = connections.within(own, work);
        own.requireCommittable();
        return result;
    }

    @Override
    public void afterCommit(Runnable action) {
        OpenTransaction open = connections.current();
        Transactions managed = connections.managed();
        if (open != null) {
            open.afterCommit(action);
        } else if (managed != null && managed.isOpen()) {
            managed.afterCommit(() -> AfterCommitActions.run(action));
        } else {
            AfterCommitActions.run(action);
        }
    }

    @Override
    public boolean isOpen() {
        Transactions managed = connections.managed();
        return connections.current() != null || (managed != null && managed.isOpen());
    }

    /** Tells what the work threw from what became of its transaction. */
    private static final class Attempt {
        private @Nullable Throwable failure;

        <T> T run(Supplier<T> work) {
            try {
                return work.get();
            } catch (Throwable e) {
                failure = e;
                throw e;
            }
        }
    }
}
