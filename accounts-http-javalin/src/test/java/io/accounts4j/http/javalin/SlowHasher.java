package io.accounts4j.http.javalin;

import io.accounts4j.password.Password;
import io.accounts4j.password.PasswordHash;
import io.accounts4j.password.PasswordHasher;
import io.accounts4j.testkit.FastPasswordHasher;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A hasher that works until it is released. */
final class SlowHasher implements PasswordHasher {

    private final PasswordHasher fast = FastPasswordHasher.create();
    private final CountDownLatch busy = new CountDownLatch(1);
    private final CountDownLatch released = new CountDownLatch(1);

    void awaitBusy() throws InterruptedException {
        if (!busy.await(30, TimeUnit.SECONDS)) {
            throw new IllegalStateException("nobody hashed");
        }
    }

    void release() {
        released.countDown();
    }

    @Override
    public boolean verify(Password password, PasswordHash hash) {
        busy.countDown();
        try {
            if (!released.await(30, TimeUnit.SECONDS)) {
                throw new IllegalStateException("never released");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return fast.verify(password, hash);
    }

    @Override
    public PasswordHash hash(Password password) {
        return fast.hash(password);
    }

    @Override
    public boolean accepts(Password password) {
        return fast.accepts(password);
    }

    @Override
    public boolean isOutdated(PasswordHash hash) {
        return fast.isOutdated(hash);
    }

    @Override
    public long work(PasswordHash hash) {
        return fast.work(hash);
    }

    @Override
    public long ceiling() {
        return fast.ceiling();
    }

    @Override
    public void burn(long work) {
        fast.burn(work);
    }

    @Override
    public boolean isWeak() {
        return true;
    }
}
