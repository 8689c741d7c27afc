package io.accounts4j.testkit.contract;

import io.accounts4j.password.PasswordHasher;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;

/** A hasher that lets something happen in between. */
final class Interposed {

    private Interposed() {}

    /** {@code real}, with {@code action} before each hash it makes. */
    static PasswordHasher beforeHashing(PasswordHasher real, Runnable action) {
        return (PasswordHasher) Proxy.newProxyInstance(
                PasswordHasher.class.getClassLoader(),
                new Class<?>[] {PasswordHasher.class},
                (proxy, method, arguments) -> {
                    if (method.getName().equals("hash")) {
                        action.run();
                    }
                    try {
                        return method.invoke(real, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getTargetException();
                    }
                });
    }
}
