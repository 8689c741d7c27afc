package io.accounts4j.jdbi;

import io.accounts4j.kernel.StoreException;
import io.accounts4j.transaction.Transactions;
import java.util.function.Supplier;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The library in Spring's transactions: joins the one open on this thread, or has Spring open one. */
final class SpringTransactions implements Transactions {

    private final TransactionTemplate required;
    private final TransactionTemplate suspended;

    SpringTransactions(PlatformTransactionManager manager) {
        this.required = new TransactionTemplate(manager);
        this.suspended = new TransactionTemplate(manager);
        this.suspended.setPropagationBehavior(TransactionDefinition.PROPAGATION_NOT_SUPPORTED);
    }

    @Override
    public <T> T inTransaction(Supplier<T> work) {
        try {
            return required.execute(status -> work.get());
        } catch (TransactionException e) {
            throw new StoreException("no commit: " + e.getClass().getName(), false, null);
        }
    }

    /** Spring still holds the committed transaction when it tells of the commit; nothing may be written in that. */
    @Override
    public void afterCommit(Runnable action) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                suspended.executeWithoutResult(status -> action.run());
            }
        });
    }

    @Override
    public boolean isOpen() {
        return TransactionSynchronizationManager.isActualTransactionActive();
    }
}
