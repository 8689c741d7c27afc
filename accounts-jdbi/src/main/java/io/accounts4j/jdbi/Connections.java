package io.accounts4j.jdbi;

import io.accounts4j.jdbc.SqlErrors;
import io.accounts4j.jdbc.store.ConnectionWork;
import io.accounts4j.jdbc.store.CurrentTransaction;
import io.accounts4j.jdbc.store.OpenTransaction;
import io.accounts4j.jdbc.store.SpringTransaction;
import io.accounts4j.transaction.Transactions;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Supplier;
import org.jdbi.v3.core.CloseException;
import org.jdbi.v3.core.ConnectionException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.extension.HandleSupplier;
import org.jdbi.v3.core.transaction.TransactionException;
import org.jspecify.annotations.Nullable;

/** Finds the connection of the transaction that is open on this thread, or has one of its own for one statement. */
final class Connections {

    private final Jdbi jdbi;
    private final CommitGuard guard;
    private final @Nullable Transactions managed;

    private final CurrentTransaction bound = new CurrentTransaction();

    /** {@code managed} are the transactions of a framework, which hands out their connection to {@code jdbi}. */
    Connections(Jdbi jdbi, @Nullable Transactions managed) {
        this.jdbi = jdbi;
        this.guard = CommitGuard.of(jdbi);
        this.managed = managed;
    }

    Jdbi jdbi() {
        return jdbi;
    }

    @Nullable
    Transactions managed() {
        return managed;
    }

    /** The transaction open on this thread; null where there is none but perhaps a framework's. */
    @Nullable
    OpenTransaction current() {
        OpenTransaction open = bound.get();
        if (open != null) {
            return open;
        }
        HandleSupplier supplier = jdbi.getHandleScope().get();
        if (supplier == null || (managed != null && managed.isOpen())) {
            return null;
        }
        Handle handle = supplier.getHandle();
        return handle.isInTransaction() ? new HandleTransaction(handle, guard) : null;
    }

    /** Runs {@code work} with {@code transaction} as the one open on this thread. */
    <T> T within(OpenTransaction transaction, Supplier<T> work) {
        return bound.within(transaction, work);
    }

    HandleTransaction of(Handle handle) {
        if (!handle.getJdbi().equals(jdbi)) {
            throw new IllegalArgumentException("the handle is of another Jdbi than the one the store is over");
        }
        if (!handle.isInTransaction()) {
            throw new IllegalArgumentException("there is no transaction to join: call handle.begin() first");
        }
        return new HandleTransaction(handle, guard);
    }

    /** Runs {@code work} on the connection of the open transaction, or on one that is given back afterwards. */
    <T> T with(ConnectionWork<T> work) {
        OpenTransaction open = current();
        return open == null ? alone(work) : open.with(work);
    }

    private <T> T alone(ConnectionWork<T> work) {
        if (managed == null) {
            requireNoneOfSpring();
        }
        try {
            return jdbi.withHandle(handle -> alone(handle, work));
        } catch (ConnectionException e) {
            throw JdbiErrors.toStoreException(e);
        } catch (CloseException | TransactionException e) {
            throw JdbiErrors.toStoreException(e);
        }
    }

    private <T> T alone(Handle handle, ConnectionWork<T> work) {
        try {
            Connection connection = handle.getConnection();
            boolean ofFramework = managed != null && managed.isOpen();
            if (ofFramework && connection.getAutoCommit()) {
                throw new IllegalStateException(
                        "the framework's transaction is open, but the connection of the Jdbi is not"
                                + " part of it, so its rows would stay after a rollback: with Spring, create the Jdbi as"
                                + " Jdbi.create(new TransactionAwareDataSourceProxy(dataSource)), not over the plain DataSource");
            }
            if (ofFramework || connection.getAutoCommit()) {
                return work.run(connection);
            }
            requireOurs(handle);
            return handle.inTransaction(own -> work.run(own.getConnection()));
        } catch (SQLException e) {
            throw SqlErrors.toStoreException(e);
        }
    }

    static void requireNoneOfSpring() {
        SpringTransaction.requireNone("JdbiStore.over(Jdbi.create(new TransactionAwareDataSourceProxy(dataSource)))"
                + ".managedBy(transactions)");
    }

    /** Refuses a transaction that nobody has told us of, for nobody could tell us of its commit either. */
    static void requireOurs(Handle handle) {
        if (handle.isInTransaction()) {
            throw new IllegalStateException("a new connection came with a transaction open. If the pool turns"
                    + " auto-commit off, turn it on or call"
                    + " jdbi.setTransactionHandler(LocalTransactionHandler.managed()) before JdbiStore.over(jdbi). If a"
                    + " framework opened it, give its transactions to JdbiStore.managedBy(transactions)");
        }
    }
}
