package io.accounts4j.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class TimedCheckTest {

    private static final Health LATE = Health.fail("late");
    private static final Duration LONG = Duration.ofMinutes(5);

    private final AtomicInteger asked = new AtomicInteger();

    @Test
    void asksAnewForEachCheck() {
        TimedCheck check = new TimedCheck("test", LONG, LATE, () -> new Health(true, "" + asked.incrementAndGet()));

        assertThat(check.check().detail()).isEqualTo("1");
        assertThat(check.check().detail()).isEqualTo("2");
    }

    @Test
    void asksOnADaemonThreadOfThatName() {
        AtomicReference<Thread> thread = new AtomicReference<>();
        TimedCheck check = new TimedCheck("accounts-test", LONG, LATE, () -> {
            thread.set(Thread.currentThread());
            return Health.pass();
        });

        assertThat(check.check()).isEqualTo(Health.pass());
        assertThat(thread.get().getName()).isEqualTo("accounts-test");
        assertThat(thread.get().isDaemon()).isTrue();
    }

    @Test
    void isLateForAllWhileOneQuestionHangs() {
        CountDownLatch hanging = new CountDownLatch(1);
        TimedCheck check = new TimedCheck("test", Duration.ofMillis(1), LATE, () -> {
            asked.incrementAndGet();
            await(hanging);
            return Health.pass();
        });

        for (int i = 0; i < 20; i++) {
            assertThat(check.check()).isEqualTo(LATE);
        }
        hanging.countDown();

        assertThat(asked).hasValueLessThanOrEqualTo(1);
    }

    @Test
    void answersAgainAfterALateQuestionWasAnswered() {
        CountDownLatch hanging = new CountDownLatch(1);
        CountDownLatch answered = new CountDownLatch(1);
        TimedCheck check = new TimedCheck("test", Duration.ofSeconds(2), LATE, () -> {
            if (asked.incrementAndGet() == 1) {
                await(hanging);
                answered.countDown();
            }
            return Health.pass();
        });

        assertThat(check.check()).isEqualTo(LATE);
        hanging.countDown();
        await(answered);

        assertThat(untilInTime(check)).isEqualTo(Health.pass());
    }

    /** The first question may still be on its way out when the next one comes. */
    private static Health untilInTime(TimedCheck check) {
        Health health = check.check();
        return health.equals(LATE) ? untilInTime(check) : health;
    }

    @Test
    void anExceptionIsAFailureWithoutItsWords() {
        TimedCheck check = new TimedCheck("test", LONG, LATE, () -> {
            throw new IllegalStateException("canary");
        });

        assertThat(check.check()).isEqualTo(Health.fail("the check failed"));
    }

    @Test
    void anInterruptIsAFailureAndStaysSet() {
        CountDownLatch hanging = new CountDownLatch(1);
        TimedCheck check = new TimedCheck("test", LONG, LATE, () -> {
            await(hanging);
            return Health.pass();
        });
        Thread.currentThread().interrupt();

        assertThat(check.check()).isEqualTo(Health.fail("interrupted while waiting for an answer"));
        assertThat(Thread.interrupted()).isTrue();
        hanging.countDown();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
