package io.accounts4j.jdbc.store;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Spring's transactions beside a store that was not given them. The class path is searched once; without Spring no
 * transaction is ever open. Stateless and thread-safe.
 */
public final class SpringTransaction {

    private static final String MANAGER = "org.springframework.transaction.support.TransactionSynchronizationManager";
    private static final @Nullable MethodHandle IS_ACTIVE = isActive();

    private SpringTransaction() {}

    /**
     * Throws {@link IllegalStateException} beside an open transaction of Spring's, whose rollback would not reach the work of
     * the store.
     *
     * @param remedy the way to create the store as part of Spring's transactions, in code
     */
    public static void requireNone(String remedy) {
        if (isOpen()) {
            throw new IllegalStateException(
                    "a transaction of Spring's is open on this thread and the store is not part of"
                            + " it: its rows would stay after a rollback. Create the store as " + remedy
                            + ", as in docs/transactions.md; for a store of another database, suspend the"
                            + " transaction with Propagation.NOT_SUPPORTED");
        }
    }

    private static boolean isOpen() {
        try {
            return IS_ACTIVE != null && (boolean) IS_ACTIVE.invokeExact();
        } catch (Throwable e) {
            throw new IllegalStateException("Spring could not be asked for its transaction", e);
        }
    }

    private static @Nullable MethodHandle isActive() {
        return Stream.of(
                        Optional.ofNullable(SpringTransaction.class.getClassLoader()),
                        Optional.ofNullable(Thread.currentThread().getContextClassLoader()))
                .flatMap(Optional::stream)
                .flatMap(loader -> isActive(loader).stream())
                .findFirst()
                .orElse(null);
    }

    private static Optional<MethodHandle> isActive(ClassLoader loader) {
        try {
            Class<?> manager = Class.forName(MANAGER, false, loader);
            return Optional.of(MethodHandles.publicLookup()
                    .findStatic(manager, "isActualTransactionActive", MethodType.methodType(boolean.class)));
        } catch (ReflectiveOperationException | LinkageError e) {
            return Optional.empty();
        }
    }
}
