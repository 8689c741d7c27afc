package io.accounts4j.transaction;

import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Guards slow work against running while a transaction is open, where it would hold a connection and locks. Warns once,
 * or refuses when strict. Thread-safe.
 */
public final class OutsideTransactions {

    private static final Logger LOG = LoggerFactory.getLogger(OutsideTransactions.class);
    private static final String ADVICE = "a password is hashed inside an open transaction, which holds a connection and"
            + " locks meanwhile; call prepareRegistration(...) before the transaction and registerUser(prepared) in it";

    private final Transactions transactions;
    private final boolean strict;
    private final AtomicBoolean warned = new AtomicBoolean();

    /** Over the transactions that slow work should stay out of. */
    public OutsideTransactions(Transactions transactions, boolean strict) {
        this.transactions = transactions;
        this.strict = strict;
    }

    /** To be called before hashing; {@link IllegalStateException} when strict and a transaction is open. */
    public void check() {
        if (!transactions.isOpen()) {
            return;
        }
        if (strict) {
            throw new IllegalStateException(ADVICE);
        }
        if (warned.compareAndSet(false, true)) {
            LOG.warn(ADVICE);
        }
    }
}
