package io.accounts4j.testkit;

import io.accounts4j.event.RecordedEvent;
import io.accounts4j.kernel.CanIgnoreReturnValue;
import io.accounts4j.kernel.StoreException;
import io.accounts4j.token.Token;
import io.accounts4j.token.TokenHash;
import io.accounts4j.user.UserId;
import io.accounts4j.user.UserPassword;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Tables in memory with the transactions of a database: changes are invisible to other transactions before the commit, and
 * written or locked rows stay locked until the end. One monitor guards all state; waiting for a lock releases the monitor.
 */
final class Database {

    private static final long LOCK_WAIT_NANOS = Duration.ofSeconds(10).toNanos();

    final Table<UserId, UserPassword> users = new Table<>();
    final Table<TokenHash, Token> tokens = new Table<>();
    final Table<TokenHash, StoredSession> sessions = new Table<>();
    final Table<Long, InMemoryJob> jobs = new Table<>();
    final NavigableMap<Long, RecordedEvent> events = new TreeMap<>();
    final Set<UserId> referenced = new HashSet<>();
    final AtomicLong ids = new AtomicLong();

    private final List<Table<?, ?>> tables = List.of(users, tokens, sessions, jobs);
    private final Map<Object, Transaction> lockedBy = new HashMap<>();
    private final Map<Thread, Transaction> current = new ConcurrentHashMap<>();
    private volatile boolean available = true;

    /** Runs {@code work} in the transaction open on this thread, or in a new transaction. */
    @CanIgnoreReturnValue
    <T> T run(Function<Transaction, T> work) {
        Transaction open = current.get(Thread.currentThread());
        return open == null ? inOneOfItsOwn(work) : guarded(open, work);
    }

    private <T> T inOneOfItsOwn(Function<Transaction, T> work) {
        Transaction own = new Transaction();
        T result;
        try {
            result = guarded(own, work);
        } catch (RuntimeException | Error e) {
            rollback(own);
            throw e;
        }
        commit(own);
        return result;
    }

    private synchronized <T> T guarded(Transaction transaction, Function<Transaction, T> work) {
        requireAvailable();
        return work.apply(transaction);
    }

    @Nullable
    Transaction open() {
        return current.get(Thread.currentThread());
    }

    Transaction begin() {
        requireAvailable();
        Transaction begun = new Transaction();
        current.put(Thread.currentThread(), begun);
        return begun;
    }

    void commit(Transaction transaction) {
        current.remove(Thread.currentThread());
        if (transaction.rollbackOnly || !available) {
            rollback(transaction);
            throw new StoreException(
                    transaction.rollbackOnly ? "rolled back, because work in it failed" : "the database is gone",
                    !transaction.rollbackOnly,
                    null);
        }
        synchronized (this) {
            tables.forEach(table -> table.commit(transaction));
            transaction.atCommit.forEach(Runnable::run);
            release(transaction);
        }
    }

    synchronized void rollback(Transaction transaction) {
        current.remove(Thread.currentThread());
        tables.forEach(table -> table.rollback(transaction));
        release(transaction);
    }

    /** Locks {@code key} until the transaction ends; callers hold the monitor. */
    void lock(Transaction transaction, Object key) {
        long deadline = System.nanoTime() + LOCK_WAIT_NANOS;
        try {
            for (Transaction owner = lockedBy.get(key);
                    owner != null && owner != transaction;
                    owner = lockedBy.get(key)) {
                refuseDeadlock(transaction, owner);
                transaction.waitsFor = owner;
                wait(millisUntil(deadline));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoreException("interrupted while waiting for a lock", true, e);
        } finally {
            transaction.waitsFor = null;
        }
        lockedBy.put(key, transaction);
        transaction.locks.add(key);
    }

    private static void refuseDeadlock(Transaction waiting, Transaction owner) {
        for (Transaction other = owner; other != null; other = other.waitsFor) {
            if (other == waiting) {
                throw new StoreException("deadlock", true, null);
            }
        }
    }

    private static long millisUntil(long deadline) {
        long millis = (deadline - System.nanoTime()) / 1_000_000;
        if (millis <= 0) {
            throw new StoreException("waited too long for a lock", true, null);
        }
        return millis;
    }

    private void release(Transaction transaction) {
        transaction.locks.forEach(lockedBy::remove);
        notifyAll();
    }

    void setAvailable(boolean answers) {
        available = answers;
    }

    boolean isAvailable() {
        return available;
    }

    private void requireAvailable() {
        if (!available) {
            throw new StoreException("the database is gone", true, null);
        }
    }
}
