package io.accounts4j.http.javalin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for what happens on another thread. */
final class Await {

    private static final long PATIENCE = Duration.ofSeconds(30).toNanos();

    private Await() {}

    static void until(BooleanSupplier condition) {
        long begun = System.nanoTime();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime() - begun).as("nanoseconds waited").isLessThan(PATIENCE);
            LockSupport.parkNanos(1_000_000);
        }
    }
}
