package io.accounts4j.supervision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class SupervisedLoopTest {

    private static final Duration LONG = Duration.ofSeconds(30);

    private final AtomicInteger steps = new AtomicInteger();

    @Test
    void goesOnAfterAFailureThatCannotBeReported() throws InterruptedException {
        CountDownLatch third = new CountDownLatch(1);
        SupervisedLoop loop = loop("unspeakable", () -> {
            if (steps.incrementAndGet() < 3) {
                throw new Unspeakable();
            }
            third.countDown();
            return LONG;
        });
        loop.start();
        await(third);
        assertThat(loop.status().running()).isTrue();
        assertThat(loop.status().restarts()).isEqualTo(2);
        assertThat(loop.status().lastFailure()).hasValue(Unspeakable.class.getName());
        loop.stop(LONG);
        assertThat(loop.status().running()).isFalse();
    }

    @Test
    void endsAfterThePresentStepWhenStopped() throws InterruptedException {
        CountDownLatch tenth = new CountDownLatch(10);
        SupervisedLoop loop = loop("stopped", () -> {
            steps.incrementAndGet();
            tenth.countDown();
            return Duration.ZERO;
        });
        loop.start();
        await(tenth);
        assertThat(threadNames()).contains("stopped");
        loop.stop(LONG);
        int last = steps.get();
        assertThat(threadNames()).doesNotContain("stopped");
        assertThat(steps).hasValue(last);
    }

    @Test
    void doesNotInterruptTheStepItStopsAfter() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        CountDownLatch ended = new CountDownLatch(1);
        SupervisedLoop loop = loop("writing", () -> {
            begun.countDown();
            goOn.await();
            ended.countDown();
            return Duration.ZERO;
        });
        loop.start();
        await(begun);
        loop.end();
        assertThat(loop.isStopping()).isTrue();
        goOn.countDown();
        await(ended);
        loop.stop(LONG);
        assertThat(loop.status().lastFailure()).isEmpty();
    }

    @Test
    void wakeEndsThePauseBetweenSteps() throws InterruptedException {
        CountDownLatch second = new CountDownLatch(2);
        SupervisedLoop loop = loop("sleeping", () -> {
            second.countDown();
            return Duration.ofDays(1);
        });
        loop.start();
        loop.wake();
        await(second);
        loop.stop(LONG);
    }

    private static void await(CountDownLatch latch) throws InterruptedException {
        assertThat(latch.await(LONG.toSeconds(), TimeUnit.SECONDS)).isTrue();
    }

    private static SupervisedLoop loop(String name, SupervisedLoop.Step step) {
        return SupervisedLoop.of(name, step, RestartBackoff.standard(), (failure, failures, pause) -> {
            throw new IllegalStateException(failure.getMessage());
        });
    }

    private static List<String> threadNames() {
        return Thread.getAllStackTraces().keySet().stream().map(Thread::getName).toList();
    }

    /** Ends the thread that reads its message. */
    private static final class Unspeakable extends Error {
        private static final long serialVersionUID = 1L;

        @Override
        public String getMessage() {
            throw new IllegalStateException("unspeakable");
        }
    }
}
