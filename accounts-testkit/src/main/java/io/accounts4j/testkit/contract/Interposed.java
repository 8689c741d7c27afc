package io.accounts4j.testkit.contract;

import io.accounts4j.password.PasswordHasher;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.function.Consumer;

/** A hasher that lets something happen in between. */
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

    private static void run(boolean wanted, Runnable action) {
        if (wanted) {
            action.run();
        }
    }

    private static PasswordHasher interposed(PasswordHasher real, Consumer<String> before, Consumer<String> after) {
        return (PasswordHasher) Proxy.newProxyInstance(
                PasswordHasher.class.getClassLoader(),
                new Class<?>[] {PasswordHasher.class},
                (proxy, method, arguments) -> {
                    before.accept(method.getName());
                    try {
                        return method.invoke(real, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getTargetException();
                    } finally {
                        after.accept(method.getName());
                    }
                });
    }
}
