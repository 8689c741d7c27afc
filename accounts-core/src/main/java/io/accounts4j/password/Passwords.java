package io.accounts4j.password;

import io.accounts4j.transaction.OutsideTransactions;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Hashing under a bound, with the same work for every answer: an unknown user, a user without a password and a password
 * too long for the scheme cost one check, like a wrong password. Callers hold no database connection meanwhile.
 * Thread-safe; first come, first served.
 */
public final class Passwords {

    private final PasswordHasher hasher;
    private final HashingBound bound;
    private final OutsideTransactions outside;
    private final Semaphore running;
    private final Semaphore admitted;
    private final PasswordHash unmatchable;

    /** Over a hasher, with at most {@code bound} at work, and as a rule none inside a transaction. */
    public Passwords(PasswordHasher hasher, HashingBound bound, OutsideTransactions outside) {
        this.hasher = hasher;
        this.bound = bound;
        this.outside = outside;
        this.running = new Semaphore(bound.permits(), true);
        this.admitted = new Semaphore(bound.permits() + bound.queue());
        this.unmatchable = hasher.unmatchable();
    }

    /** Whether {@code password} can be hashed whole; quick, unlike the rest. */
    public boolean accepts(Password password) {
        return hasher.accepts(password);
    }

    /** The hash of {@code password}. {@link HashingBusyException} when the bound is reached. */
    public PasswordHash hash(Password password) {
        return within(() -> hasher.hash(password));
    }

    /** Whether {@code password} matches {@code hash}; the same work when there is no hash to match. */
    public boolean verify(Password password, Optional<PasswordHash> hash) {
        return within(() -> hasher.verify(password, hash.orElse(unmatchable))) && hash.isPresent();
    }

    /** Whether {@code hash} should be renewed now that its password is at hand. */
    public boolean isOutdated(PasswordHash hash) {
        return hasher.isOutdated(hash);
    }

    private <T> T within(Supplier<T> work) {
        outside.check();
        if (!admitted.tryAcquire()) {
            throw new HashingBusyException();
        }
        try {
            if (!running.tryAcquire(bound.patience().toNanos(), TimeUnit.NANOSECONDS)) {
                throw new HashingBusyException();
            }
            try {
                return work.get();
            } finally {
                running.release();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new HashingBusyException();
        } finally {
            admitted.release();
        }
    }
}
