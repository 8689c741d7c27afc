package io.accounts4j.supervision;

import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Workers that are started, found, listed and stopped by key at run time (the original's {@code DynamicSupervisor} and
 * {@code Registry}, {@code restart: :temporary}). A worker costs a few hundred bytes and no thread, so a hundred thousand are
 * fine. Thread-safe.
 */
public final class KeyedWorkers<K, S> {

    private static final Logger LOG = LoggerFactory.getLogger(KeyedWorkers.class);

    private final Executor executor;
    private final ConcurrentMap<K, KeyedWorker<S>> workers = new ConcurrentHashMap<>();
    private final AtomicLong crashes = new AtomicLong();

    /** On threads of {@code executor}, which stays the caller's to shut down. */
    public KeyedWorkers(Executor executor) {
        this.executor = executor;
    }

    /** Starts a worker of that name; empty when there is one already. */
    public Optional<KeyedWorker<S>> start(K key, S initial) {
        KeyedWorker<S> started = new KeyedWorker<>(initial, executor, failure -> crashed(key, failure));
        return workers.putIfAbsent(key, started) == null ? Optional.of(started) : Optional.empty();
    }

    /** The worker of that name. */
    public Optional<KeyedWorker<S>> find(K key) {
        return Optional.ofNullable(workers.get(key));
    }

    /** The names of all workers now. */
    public Set<K> keys() {
        return Set.copyOf(workers.keySet());
    }

    /** Ends the worker of that name once its present message is done; {@code false} when there is none. */
    public boolean stop(K key) {
        KeyedWorker<S> stopped = workers.remove(key);
        if (stopped == null) {
            return false;
        }
        stopped.end();
        return true;
    }

    /** How many workers have crashed since the beginning. */
    public long crashes() {
        return crashes.get();
    }

    private void crashed(K key, Throwable failure) {
        crashes.incrementAndGet();
        workers.computeIfPresent(key, (same, worker) -> worker.isAlive() ? worker : null);
        LOG.warn("the worker {} crashed", key, failure);
    }
}
