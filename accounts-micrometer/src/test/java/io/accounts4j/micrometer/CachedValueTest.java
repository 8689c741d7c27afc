package io.accounts4j.micrometer;

import static java.time.Duration.ofHours;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class CachedValueTest {

    private final AtomicInteger looks = new AtomicInteger();

    @Test
    void oneLookIsEnoughForAWhile() {
        CachedValue<Integer> cached = new CachedValue<>(looks::incrementAndGet, ofHours(1));

        assertThat(cached.get()).hasValue(1);
        assertThat(cached.get()).hasValue(1);
    }

    @Test
    void withoutAWhileEachReadingLooks() {
        CachedValue<Integer> cached = new CachedValue<>(looks::incrementAndGet, Duration.ZERO);

        assertThat(cached.get()).hasValue(1);
        assertThat(cached.get()).hasValue(2);
    }

    @Test
    void aLookThatHangsIsWaitedForOnceAndItsResultIsKept() {
        CountDownLatch hanging = new CountDownLatch(1);
        CachedValue<String> cached = new CachedValue<>(
                () -> {
                    looks.incrementAndGet();
                    awaitUninterrupted(hanging);
                    return "seen at last";
                },
                ofHours(1));
        long asked = System.nanoTime();

        for (int gauge = 0; gauge < 20; gauge++) {
            assertThat(cached.get()).isEmpty();
        }
        assertThat(Duration.ofNanos(System.nanoTime() - asked))
                .as("twenty gauges do not wait twenty times")
                .isLessThan(ofSeconds(10));
        hanging.countDown();

        await().atMost(ofSeconds(30)).until(() -> cached.get().isPresent());
        assertThat(looks).hasValue(1);
    }

    @Test
    void aLookThatFailsIsNoNumberAndNotTheLastOne() {
        CachedValue<Integer> cached = new CachedValue<>(
                () -> {
                    if (looks.incrementAndGet() == 2) {
                        throw new IllegalStateException("on purpose");
                    }
                    return looks.get();
                },
                Duration.ZERO);

        assertThat(cached.get()).hasValue(1);
        assertThat(cached.get()).isEmpty();
        assertThat(cached.get()).hasValue(3);
    }

    private static void awaitUninterrupted(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
