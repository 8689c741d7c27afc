package io.accounts4j.jdbc.store;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The transaction in which a store works on the calling thread; one object per store. Thread-safe. */
public final class CurrentTransaction {

    /** Of each store its own: one thread may be in transactions of two databases. */
    @SuppressWarnings("ThreadLocalUsage")
    private final ThreadLocal<@Nullable OpenTransaction> bound = new ThreadLocal<>();

    /** Returns the innermost transaction of {@link #within} on this thread; null outside of any. */
    public @Nullable OpenTransaction get() {
        return bound.get();
    }

    /** Runs {@code work} with {@code transaction} as the current one, and prevents its commit where {@code work} throws. */
    public <T> T within(OpenTransaction transaction, Supplier<T> work) {
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
}
