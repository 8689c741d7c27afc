package io.accounts4j.jobs.sql;

import java.sql.SQLException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;

/** Does again what another transaction was in the way of, after a short pause of random length. */
public final class Retries {

    private static final long LONGEST_PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

    private Retries() {}

    /** What is done; more than once, if need be. */
    public interface Work<T> {

        /** Does it all; leaves nothing behind where it throws. */
        T run() throws SQLException;
    }

    /** Does {@code work} up to so many times, again after what {@code passing} holds for; the last failure is the caller's. */
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
