package io.accounts4j.supervision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class SupervisorTest {

    private static final RestartBackoff AT_ONCE =
            new RestartBackoff(Duration.ZERO, Duration.ofMillis(1), Duration.ofDays(1));

    @Test
    void startsACrashedLoopAgainWhateverItThrew() throws Exception {
        BlockingQueue<Integer> runs = new LinkedBlockingQueue<>();
        List<Throwable> ends = List.of(new IllegalStateException(), new StackOverflowError(), new Exception());
        try (Supervisor supervisor = new Supervisor(AT_ONCE)) {
            supervisor.start("fragile", () -> {
                int run = runs.size();
                runs.add(run);
                if (run < ends.size()) {
                    throw sneaky(ends.get(run));
                }
                new CountDownLatch(1).await();
            });
            await(runs, ends.size() + 1);
            assertThat(supervisor.status()).singleElement().satisfies(status -> {
                assertThat(status.restarts()).isEqualTo(ends.size());
                assertThat(status.lastFailure()).hasValue("java.lang.Exception");
            });
        }
    }

    @Test
    void startsALoopAgainThatReturned() throws Exception {
        BlockingQueue<Integer> runs = new LinkedBlockingQueue<>();
        try (Supervisor supervisor = new Supervisor(AT_ONCE)) {
            supervisor.start("short", () -> runs.add(1));
            await(runs, 3);
        }
    }

    @Test
    void lettingOneCrashLeavesTheOthersAlone() throws Exception {
        BlockingQueue<Integer> crashes = new LinkedBlockingQueue<>();
        CountDownLatch steady = new CountDownLatch(1);
        try (Supervisor supervisor = new Supervisor(AT_ONCE)) {
            supervisor.start("steady", () -> {
                steady.countDown();
                new CountDownLatch(1).await();
            });
            supervisor.start("fragile", () -> {
                crashes.add(1);
                throw new IllegalStateException();
            });
            assertThat(steady.await(10, TimeUnit.SECONDS)).isTrue();
            await(crashes, 10);
            LoopStatus status = supervisor.status().get(0);
            assertThat(status.name()).isEqualTo("steady");
            assertThat(status.running()).isTrue();
            assertThat(status.restarts()).isZero();
        }
    }

    @Test
    void endsInTheReverseOrderOfTheStart() throws Exception {
        List<String> ended = new CopyOnWriteArrayList<>();
        CountDownLatch started = new CountDownLatch(3);
        try (Supervisor supervisor = new Supervisor(AT_ONCE)) {
            for (String name : List.of("first", "second", "third")) {
                supervisor.start(name, () -> {
                    started.countDown();
                    try {
                        new CountDownLatch(1).await();
                    } finally {
                        ended.add(name);
                    }
                });
            }
            assertThat(started.await(10, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(ended).containsExactly("third", "second", "first");
    }

    @Test
    void stopsPartsAndLoopsInTheReverseOrderOfTheirStart() throws Exception {
        List<String> stopped = new CopyOnWriteArrayList<>();
        CountDownLatch looping = new CountDownLatch(1);
        Supervisor supervisor = new Supervisor(AT_ONCE);
        supervisor.started("database", () -> stopped.add("database"));
        supervisor.start("loop", () -> {
            looping.countDown();
            try {
                new CountDownLatch(1).await();
            } finally {
                stopped.add("loop");
            }
        });
        supervisor.started("web server", () -> {
            stopped.add("web server");
            throw new IllegalStateException("on purpose: the others are stopped all the same");
        });
        assertThat(looping.await(10, TimeUnit.SECONDS)).isTrue();

        supervisor.close();
        supervisor.close();

        assertThat(stopped).containsExactly("web server", "loop", "database");
        assertThat(supervisor.status()).extracting(LoopStatus::name).containsExactly("loop");
        assertThat(supervisor.status()).extracting(LoopStatus::running).containsExactly(false);
    }

    @Test
    void stopsAtOnceWhatIsStartedTooLate() {
        List<String> stopped = new CopyOnWriteArrayList<>();
        Supervisor supervisor = new Supervisor(AT_ONCE);
        supervisor.close();

        assertThatIllegalStateException().isThrownBy(() -> supervisor.start("late", () -> {}));
        assertThatIllegalStateException().isThrownBy(() -> supervisor.started("late", () -> stopped.add("late")));
        assertThat(stopped).containsExactly("late");
    }

    @Test
    void waitsLongerWithEveryCrashUpToABound() {
        RestartBackoff backoff = RestartBackoff.standard();
        assertThat(backoff.after(1)).isEqualTo(Duration.ofMillis(100));
        assertThat(backoff.after(2)).isEqualTo(Duration.ofMillis(200));
        assertThat(backoff.after(9)).isEqualTo(Duration.ofMillis(25_600));
        assertThat(backoff.after(10)).isEqualTo(Duration.ofSeconds(30));
        assertThat(backoff.after(Integer.MAX_VALUE)).isEqualTo(Duration.ofSeconds(30));
    }

    private static void await(BlockingQueue<Integer> runs, int count) throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while (runs.size() < count && System.nanoTime() < deadline) {
            Thread.onSpinWait();
        }
        assertThat(runs).hasSizeGreaterThanOrEqualTo(count);
    }

    @SuppressWarnings("unchecked")
    private static <T extends Throwable> Exception sneaky(Throwable failure) throws T {
        throw (T) failure;
    }
}
