package io.accounts4j.transaction;

import io.accounts4j.kernel.CanIgnoreReturnValue;
import io.accounts4j.kernel.Port;
import java.util.function.Supplier;

/**
 * The boundary within which everything or nothing is stored. All ports of one {@code AccountStore} share it. Bound to
 * the calling thread. Proved by {@code TransactionsContract}.
 */
@Port
public interface Transactions {

    /**
     * Runs {@code work} in the transaction open on this thread, or in one of its own, committed when {@code work}
     * returns and rolled back when it throws. Work that throws inside a transaction of somebody else marks that one
     * rollback-only: it ends in a {@link io.accounts4j.kernel.StoreException} then, like any commit that fails, also
     * where the work around it returns. Never retried.
     */
    @CanIgnoreReturnValue
    <T> T inTransaction(Supplier<T> work);

    /**
     * Runs {@code action} once the transaction open on this thread has committed, and never after a rollback; at once
     * if none is open. Important work must not depend on it: the process can die in between. An exception of the action is logged.
     */
    void afterCommit(Runnable action);

    /** Returns whether a transaction is open on this thread. */
    boolean isOpen();
}
