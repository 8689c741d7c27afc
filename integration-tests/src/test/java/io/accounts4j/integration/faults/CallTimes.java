package io.accounts4j.integration.faults;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;

/** How long the longest call to a data source, its connections and their statements took: no thread was stuck for longer. */
final class CallTimes {

    private final AtomicLong longest = new AtomicLong();

    DataSource watch(DataSource dataSource) {
        return watched(DataSource.class, dataSource);
    }

    Duration longest() {
        return Duration.ofNanos(longest.get());
    }

    private <T> T watched(Class<T> type, T real) {
        return type.cast(Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    long began = System.nanoTime();
                    try {
                        Object answer = method.invoke(real, arguments);
                        return answer instanceof Connection || answer instanceof Statement
                                ? watchedAs(method.getReturnType(), answer)
                                : answer;
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    } finally {
                        longest.accumulateAndGet(System.nanoTime() - began, Math::max);
                    }
                }));
    }

    private <T> Object watchedAs(Class<T> type, Object real) {
        return type.isInterface() && type != Object.class ? watched(type, type.cast(real)) : real;
    }
}
