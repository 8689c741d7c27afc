package io.accounts4j.testkit.contract;

import io.accounts4j.password.Password;
import io.accounts4j.password.PasswordHash;
import io.accounts4j.password.PasswordHasher;
import java.util.concurrent.atomic.AtomicLong;

/** A hasher that adds up the work it does. Thread-safe. */
final class CountedWork implements PasswordHasher {

    private final PasswordHasher hasher;
    private final AtomicLong done = new AtomicLong();

    CountedWork(PasswordHasher hasher) {
        this.hasher = hasher;
    }

    /** The work done during {@code action}. */
    long during(Runnable action) {
        done.set(0);
        action.run();
        return done.get();
    }

    @Override
    public PasswordHash hash(Password password) {
        PasswordHash hash = hasher.hash(password);
        done.addAndGet(hasher.work(hash));
        return hash;
    }

    @Override
    public boolean verify(Password password, PasswordHash hash) {
        done.addAndGet(hasher.work(hash));
        return hasher.verify(password, hash);
    }

    @Override
    public boolean accepts(Password password) {
        return hasher.accepts(password);
    }

    @Override
    public boolean isOutdated(PasswordHash hash) {
        return hasher.isOutdated(hash);
    }

    @Override
    public long work(PasswordHash hash) {
        return hasher.work(hash);
    }

    @Override
    public long ceiling() {
        return hasher.ceiling();
    }

    @Override
    public void burn(long work) {
        done.addAndGet(work);
        hasher.burn(work);
    }

    @Override
    public boolean isWeak() {
        return hasher.isWeak();
    }
}
