package io.accounts4j.testkit;

import io.accounts4j.transaction.Transactions;
import java.util.List;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Transactions over {@link Database}. */
final class InMemoryTransactions implements Transactions {

    private static final Logger LOG = LoggerFactory.getLogger(InMemoryTransactions.class);

    private final Database database;

    InMemoryTransactions(Database database) {
        this.database = database;
    }

    @Override
    public <T> T inTransaction(Supplier<T> work) {
        Transaction open = database.open();
        return open == null ? inOneOfItsOwn(work) : joining(open, work);
    }

    private static <T> T joining(Transaction open, Supplier<T> work) {
        try {
            return work.get();
        } catch (Throwable e) {
            open.rollbackOnly = true;
            throw e;
        }
    }

    private <T> T inOneOfItsOwn(Supplier<T> work) {
        Transaction own = database.begin();
        T result;
        try {
            result = work.get();
        } catch (Throwable e) {
            database.rollback(own);
            throw e;
        }
        database.commit(own);
        List.copyOf(own.afterCommit).forEach(InMemoryTransactions::tell);
        return result;
    }

    @Override
    public void afterCommit(Runnable action) {
        Transaction open = database.open();
        if (open == null) {
            tell(action);
        } else {
            open.afterCommit.add(action);
        }
    }

    private static void tell(Runnable action) {
        try {
            action.run();
        } catch (RuntimeException e) {
            LOG.warn("an action after a commit failed", e);
        }
    }

    @Override
    public boolean isOpen() {
        return database.open() != null;
    }
}
