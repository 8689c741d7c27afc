package io.accounts4j.jdbi;

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

    /** Of each store its own: one thread may be in transactions of two databases. */
    @SuppressWarnings("ThreadLocalUsage")
    private final ThreadLocal<@Nullable OpenTransaction> bound = new ThreadLocal<>();

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
        OpenTransaction outer = bound.get();
        bound.set(transaction);
        try {
            return work.get();
        } catch (Throwable e) {
            transaction.markRollbackOnly();
            throw e;
        } finally {
            if (outer == null) {
                bound.remove();
            } else {
                bound.set(outer);
            }
        }
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
    <T> T with(Work<T> work) {
        OpenTransaction open = current();
        return open == null ? alone(work) : joined(open, work);
    }

    private static <T> T joined(OpenTransaction open, Work<T> work) {
        open.requireUsable();
        try {
            return work.run(open.connection());
        } catch (SQLException e) {
            open.markRollbackOnly();
            throw Refusals.translate(e);
        }
    }

    private <T> T alone(Work<T> work) {
        if (managed == null) {
            SpringTransaction.requireNone();
        }
        try {
            return jdbi.withHandle(handle -> alone(handle, work));
        } catch (ConnectionException e) {
            throw Refusals.translate(e);
        } catch (CloseException | TransactionException e) {
            throw Refusals.translate(e);
        }
    }

    private <T> T alone(Handle handle, Work<T> work) {
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
            throw Refusals.translate(e);
        }
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

    /** What is done with a connection. */
    interface Work<T> {
        T run(Connection connection) throws SQLException;
    }
}
