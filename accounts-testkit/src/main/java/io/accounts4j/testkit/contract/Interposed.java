package io.accounts4j.testkit.contract;

import io.accounts4j.password.PasswordHasher;
import io.accounts4j.session.SessionStore;
import io.accounts4j.store.AccountStore;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.function.Consumer;

/** A hasher or a store with an action before or after a call. */
final class Interposed {

    private Interposed() {}

    /** {@code real}, with {@code action} before each hash it makes. */
    static PasswordHasher beforeHashing(PasswordHasher real, Runnable action) {
        return interposed(real, method -> run(method.equals("hash"), action), method -> {});
    }

    /** {@code real}, with {@code action} after each password it checks. */
    static PasswordHasher afterChecking(PasswordHasher real, Runnable action) {
        return interposed(real, method -> {}, method -> run(method.equals("verify"), action));
    }

    /** {@code real}, with {@code action} after each session that was found. */
    static AccountStore afterFinding(AccountStore real, Runnable action) {
        SessionStore sessions =
                around(SessionStore.class, real.sessions(), method -> {}, method -> run(method.equals("find"), action));
        return (AccountStore) Proxy.newProxyInstance(
                AccountStore.class.getClassLoader(),
                new Class<?>[] {AccountStore.class},
                (proxy, method, arguments) ->
                        method.getName().equals("sessions") ? sessions : method.invoke(real, arguments));
    }

    private static void run(boolean wanted, Runnable action) {
        if (wanted) {
            action.run();
        }
    }

    private static PasswordHasher interposed(PasswordHasher real, Consumer<String> before, Consumer<String> after) {
        return around(PasswordHasher.class, real, before, after);
    }

    private static <T> T around(Class<T> port, T real, Consumer<String> before, Consumer<String> after) {
        return port.cast(Proxy.newProxyInstance(
                port.getClassLoader(), new Class<?>[] {port}, (proxy, method, arguments) -> {
                    before.accept(method.getName());
                    try {
                        return method.invoke(real, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getTargetException();
                    } finally {
                        after.accept(method.getName());
                    }
                }));
    }
}
