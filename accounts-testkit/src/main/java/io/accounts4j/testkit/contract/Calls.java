package io.accounts4j.testkit.contract;

import io.accounts4j.store.AccountStore;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Records calls of port methods, in order. Thread-safe. */
final class Calls {

    /** Calls that cost neither a statement nor a hash. */
    private static final Set<String> FREE =
            Set.of("Transactions.isOpen", "Transactions.afterCommit", "PasswordHasher.work", "PasswordHasher.ceiling");

    private final List<String> made = Collections.synchronizedList(new ArrayList<>());

    /** Returns {@code port} with its calls recorded. */
    <T> T watching(Class<T> port, T watched) {
        return port.cast(
                Proxy.newProxyInstance(port.getClassLoader(), new Class<?>[] {port}, (proxy, method, arguments) -> {
                    String call = port.getSimpleName() + "." + method.getName();
                    if (!FREE.contains(call)) {
                        made.add(call);
                    }
                    return invoke(watched, method, arguments);
                }));
    }

    /** Returns {@code store} with the calls of all its ports recorded. */
    AccountStore watching(AccountStore store) {
        return AccountStore.class.cast(Proxy.newProxyInstance(
                AccountStore.class.getClassLoader(),
                new Class<?>[] {AccountStore.class},
                (proxy, method, arguments) ->
                        watchingUnchecked(method.getReturnType(), invoke(store, method, arguments))));
    }

    private <T> T watchingUnchecked(Class<T> port, @Nullable Object watched) {
        return watching(port, Objects.requireNonNull(port.cast(watched)));
    }

    private static @Nullable Object invoke(Object watched, Method method, Object @Nullable [] arguments)
            throws Throwable {
        try {
            return method.invoke(watched, arguments);
        } catch (InvocationTargetException e) {
            throw e.getTargetException();
        }
    }

    /** Returns the calls during {@code work}. */
    List<String> during(Runnable work) {
        made.clear();
        work.run();
        return List.copyOf(made);
    }
}
