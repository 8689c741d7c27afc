package io.accounts4j.testkit.liars;

import io.accounts4j.store.AccountStore;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;

/** Turns an honest part into one that lies in one method. */
final class Lie {

    private Lie() {}

    /** The result of the lying method. */
    interface Answer {
        Object to(Object[] arguments) throws Throwable;
    }

    static <T> T in(Class<T> port, String method, T honest, Answer answer) {
        return port.cast(Proxy.newProxyInstance(
                port.getClassLoader(), new Class<?>[] {port}, (proxy, called, arguments) -> {
                    if (called.getName().equals(method)) {
                        return answer.to(arguments);
                    }
                    try {
                        return called.invoke(honest, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getTargetException();
                    }
                }));
    }

    /** {@code honest} but for one of its ports, which is {@code lying}. */
    static AccountStore store(AccountStore honest, String port, Object lying) {
        return in(AccountStore.class, port, honest, arguments -> lying);
    }
}
