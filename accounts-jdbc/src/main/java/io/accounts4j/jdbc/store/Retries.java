package io.accounts4j.jdbc.store;

import java.sql.SQLException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;

/** Repeats work that was in conflict with another transaction, after a random pause of at most 20 ms. Stateless and thread-safe. */
public final class Retries {

    private static final long LONGEST_PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

    private Retries() {}

    /**
     * Work that may be repeated.
     *
     * @param <T> the type of the result
     */
    public interface Work<T> {

        /** Does all of the work; leaves nothing behind if it throws. */
        T run() throws SQLException;
    }

    /**
     * Runs {@code work} up to {@code attempts} times, 1 or more, and returns its result.
     *
     * @param passing the exceptions after which the work is repeated
     * @throws SQLException any other exception, and the one of the last attempt
     */
    public static <T> T upTo(int attempts, Predicate<SQLException> passing, Work<T> work) throws SQLException {
        for (int attempt = 1; ; attempt++) {
            try {
                return work.run();
            } catch (SQLException e) {
                if (attempt == attempts || !passing.test(e)) {
                    throw e;
                }
                LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(LONGEST_PAUSE_NANOS));
            }
        }
    }
}
