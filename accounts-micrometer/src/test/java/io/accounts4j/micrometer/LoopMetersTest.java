package io.accounts4j.micrometer;

import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.accounts4j.supervision.RestartBackoff;
import io.accounts4j.supervision.Supervisor;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class LoopMetersTest {

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();

    @Test
    void countsRestartsAndShowsWhatRuns() {
        AtomicInteger crashes = new AtomicInteger();
        CountDownLatch forever = new CountDownLatch(1);
        try (Supervisor supervisor = new Supervisor(new RestartBackoff(ofMillis(1), ofMillis(1), ofSeconds(60)))) {
            supervisor.start("steady", forever::await);
            supervisor.start("shaky", () -> {
                if (crashes.incrementAndGet() <= 3) {
                    throw new IllegalStateException("on purpose");
                }
                forever.await();
            });
            new LoopMeters(supervisor::status).bindTo(registry);

            await().atMost(ofSeconds(30)).untilAsserted(() -> {
                assertThat(restarts("shaky")).isEqualTo(3);
                assertThat(running("shaky")).isEqualTo(1);
                assertThat(running("steady")).isEqualTo(1);
            });
            assertThat(restarts("steady")).isZero();
        }

        assertThat(running("shaky")).as("after the end").isZero();
    }

    private double restarts(String loop) {
        return registry.get("accounts.loops.restarts")
                .tag("loop", loop)
                .functionCounter()
                .count();
    }

    private double running(String loop) {
        return registry.get("accounts.loops.running").tag("loop", loop).gauge().value();
    }
}
