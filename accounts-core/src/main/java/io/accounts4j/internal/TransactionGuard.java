package io.accounts4j.internal;

import io.accounts4j.transaction.Transactions;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Guards slow work against running while a transaction is open, where it would hold a connection and locks. Warns once,
 * or refuses when strict. Thread-safe.
 */
public final class TransactionGuard {

    private static final Logger LOG = LoggerFactory.getLogger(TransactionGuard.class);
    private static final String PROBLEM =
            "a password is hashed inside an open transaction, which holds a connection and locks meanwhile; ";

    private final Transactions transactions;
    private final boolean strict;
    private final Set<String> warned = ConcurrentHashMap.newKeySet();

    /** Over the transactions that slow work should stay out of. */
    public TransactionGuard(Transactions transactions, boolean strict) {
        this.transactions = transactions;
        this.strict = strict;
    }

    /**
     * Warns, once for each remedy, or refuses with {@link IllegalStateException} when strict, if a transaction is open.
     * Called before hashing.
     *
     * @param remedy the way out for the verb that hashes, such as "call signIn(...) before the transaction"
     */
    public void check(String remedy) {
        if (!transactions.isOpen()) {
            return;
        }
        if (strict) {
            throw new IllegalStateException(PROBLEM + remedy);
        }
        if (warned.add(remedy)) {
            LOG.warn("{}{}", PROBLEM, remedy);
        }
    }
}
