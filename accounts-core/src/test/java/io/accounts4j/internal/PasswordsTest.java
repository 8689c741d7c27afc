package io.accounts4j.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.accounts4j.password.HashingBound;
import io.accounts4j.password.HashingBusyException;
import io.accounts4j.password.Password;
import io.accounts4j.password.PasswordHash;
import io.accounts4j.password.PasswordHasher;
import io.accounts4j.password.PasswordPolicy;
import io.accounts4j.transaction.Transactions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionService;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PasswordsTest {

    private static final Password PASSWORD = Password.of("Password123!");
    private static final Duration LONG = Duration.ofMinutes(1);

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final GatedHasher hasher = new GatedHasher();

    @AfterEach
    void stop() {
        hasher.gate.countDown();
        threads.shutdownNow();
    }

    private Passwords passwords(int permits, int queue, Duration patience) {
        return new Passwords(
                PasswordPolicy.original(),
                hasher,
                new HashingBound(permits, queue, patience),
                new TransactionGuard(new NoTransactions(), true));
    }

    @Test
    void ofAHundredCallersNeverMoreThanThePermitsAreAtWork() throws Exception {
        hasher.gate.countDown();
        Passwords passwords = passwords(3, 100, LONG);
        List<Callable<Boolean>> callers = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            callers.add(() -> passwords.verify(PASSWORD, Optional.of(GatedHasher.MATCHING)));
        }

        for (Future<Boolean> answer : threads.invokeAll(callers)) {
            assertThat(answer.get()).isTrue();
        }

        assertThat(hasher.checks).hasValue(100);
        assertThat(hasher.mostAtOnce).hasValueBetween(1, 3);
    }

    @Test
    void whoeverFindsTheQueueFullIsToldAtOnce() throws Exception {
        Passwords passwords = passwords(1, 1, LONG);
        Future<Boolean> working = threads.submit(() -> passwords.verify(PASSWORD, Optional.of(GatedHasher.MATCHING)));
        assertThat(hasher.entered.await(30, TimeUnit.SECONDS)).isTrue();
        CompletionService<Boolean> two = new ExecutorCompletionService<>(threads);
        two.submit(() -> passwords.verify(PASSWORD, Optional.empty()));
        two.submit(() -> passwords.verify(PASSWORD, Optional.empty()));

        Future<Boolean> refused = two.poll(30, TimeUnit.SECONDS);
        assertThat(refused).as("one is answered while the other waits").isNotNull();
        assertThatThrownBy(refused::get)
                .hasCauseInstanceOf(HashingBusyException.class)
                .satisfies(e -> assertThat(((HashingBusyException) e.getCause()).retryable())
                        .isTrue());

        hasher.gate.countDown();
        assertThat(working.get(30, TimeUnit.SECONDS)).isTrue();
        assertThat(two.take().get()).as("the other").isFalse();
        assertThat(passwords.verify(PASSWORD, Optional.of(GatedHasher.MATCHING)))
                .as("nothing is used up by a refusal")
                .isTrue();
    }

    @Test
    void whoeverWaitsTooLongIsToldToComeBack() throws Exception {
        Passwords passwords = passwords(1, 5, Duration.ofMillis(20));
        Future<Boolean> working = threads.submit(() -> passwords.verify(PASSWORD, Optional.of(GatedHasher.MATCHING)));
        assertThat(hasher.entered.await(30, TimeUnit.SECONDS)).isTrue();

        assertThatThrownBy(() -> passwords.verify(PASSWORD, Optional.empty())).isInstanceOf(HashingBusyException.class);

        hasher.gate.countDown();
        assertThat(working.get(30, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void whoeverIsInterruptedStaysSoAndLeavesNothingBehind() {
        hasher.gate.countDown();
        Passwords passwords = passwords(1, 0, LONG);
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> passwords.verify(PASSWORD, Optional.empty())).isInstanceOf(HashingBusyException.class);

        assertThat(Thread.interrupted()).isTrue();
        assertThat(passwords.verify(PASSWORD, Optional.of(GatedHasher.MATCHING)))
                .isTrue();
    }

    @Test
    void aHasherThatFailsGivesItsPermitBack() {
        hasher.gate.countDown();
        Passwords passwords = passwords(1, 0, LONG);
        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(() -> passwords.hash(PASSWORD)).isInstanceOf(UnsupportedOperationException.class);
        }

        assertThat(passwords.verify(PASSWORD, Optional.of(GatedHasher.MATCHING)))
                .isTrue();
    }

    @Test
    void nobodysPasswordCostsACheckAndNeverMatches() {
        hasher.gate.countDown();
        Passwords passwords = passwords(1, 0, LONG);

        assertThat(passwords.verify(PASSWORD, Optional.empty())).isFalse();

        assertThat(hasher.checks).hasValue(1);
    }

    @Test
    void bothFormsOfAPasswordAreCheckedUnderOnePermit() {
        hasher.gate.countDown();
        Passwords passwords = passwords(1, 0, LONG);

        assertThat(passwords.verify(Password.of("e\u0301"), Optional.empty())).isFalse();

        assertThat(hasher.checks).hasValue(2);
        assertThat(hasher.mostAtOnce).hasValue(1);
    }

    @Test
    void theRightPasswordOfAClosedAccountIsRefused() {
        hasher.gate.countDown();

        assertThat(passwords(1, 0, LONG).verify(PASSWORD, Optional.of(GatedHasher.MATCHING), false))
                .isFalse();
    }

    @Test
    void aBoundThatLetsNothingThroughIsRefused() {
        assertThatThrownBy(() -> new HashingBound(0, 1, LONG)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new HashingBound(1, -1, LONG)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new HashingBound(1, 1, Duration.ofNanos(-1)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(HashingBound.ofThisMachine().permits()).isPositive();
    }

    /** Matches everything, once its gate is open. */
    private static final class GatedHasher implements PasswordHasher {
        static final PasswordHash MATCHING = PasswordHash.of("matching");

        final CountDownLatch gate = new CountDownLatch(1);
        final CountDownLatch entered = new CountDownLatch(1);
        final AtomicInteger checks = new AtomicInteger();
        final AtomicInteger mostAtOnce = new AtomicInteger();
        private final AtomicInteger atWork = new AtomicInteger();

        @Override
        public boolean verify(Password password, PasswordHash hash) {
            int now = atWork.incrementAndGet();
            mostAtOnce.accumulateAndGet(now, Math::max);
            entered.countDown();
            try {
                checks.incrementAndGet();
                return gate.await(1, TimeUnit.MINUTES);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            } finally {
                atWork.decrementAndGet();
            }
        }

        @Override
        public PasswordHash hash(Password password) {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean accepts(Password password) {
            return true;
        }

        @Override
        public boolean isOutdated(PasswordHash hash) {
            return false;
        }

        @Override
        public long work(PasswordHash hash) {
            return 1;
        }

        @Override
        public long ceiling() {
            return 1;
        }

        @Override
        public void burn(long work) {
            assertThat(work).isZero();
        }

        @Override
        public boolean isWeak() {
            return true;
        }
    }

    private static final class NoTransactions implements Transactions {
        @Override
        public <T> T inTransaction(Supplier<T> work) {
            return work.get();
        }

        @Override
        public void afterCommit(Runnable action) {
            action.run();
        }

        @Override
        public boolean isOpen() {
            return false;
        }
    }
}
