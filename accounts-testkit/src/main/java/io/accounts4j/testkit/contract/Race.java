package io.accounts4j.testkit.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.IntFunction;

/** Threads that do something at the same time. The deadline only ends a test that hangs. */
final class Race {

    private static final long DEADLINE_SECONDS = 60;

    private Race() {}

    /** Runs {@code work} on {@code racers} threads at once and returns their results; throws the first failure. */
    static <T> List<T> between(int racers, IntFunction<T> work) {
        CountDownLatch ready = new CountDownLatch(racers);
        List<Future<T>> running = new ArrayList<>();
        for (int i = 0; i < racers; i++) {
            int racer = i;
            running.add(inBackground(() -> {
                ready.countDown();
                await(ready);
                return work.apply(racer);
            }));
        }
        return running.stream().map(Race::result).toList();
    }

    /** Starts {@code work} on a new thread. */
    static <T> Future<T> inBackground(Callable<T> work) {
        CompletableFuture<T> result = new CompletableFuture<>();
        Thread thread = new Thread(
                () -> {
                    try {
                        result.complete(work.call());
                    } catch (Throwable e) {
                        result.completeExceptionally(e);
                    }
                },
                "contract-race");
        thread.setDaemon(true);
        thread.start();
        return result;
    }

    static void await(CountDownLatch latch) {
        try {
            if (!latch.await(DEADLINE_SECONDS, TimeUnit.SECONDS)) {
                throw new AssertionError("nothing happened for " + DEADLINE_SECONDS + " s");
            }
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** Waits until {@code running} has counted {@code latch} down; an earlier failure fails the test. */
    static void await(CountDownLatch latch, Future<?> running) {
        try {
            while (!latch.await(20, TimeUnit.MILLISECONDS)) {
                if (running.isDone() && latch.getCount() > 0) {
                    throw new AssertionError("ended too early with " + result(running));
                }
            }
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** Returns the result of {@code running}; its failure fails the test. */
    static <T> T result(Future<T> running) {
        try {
            return running.get(DEADLINE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw new AssertionError("failed in the background: " + e.getCause(), e.getCause());
        } catch (InterruptedException | TimeoutException e) {
            throw new AssertionError("nothing happened for " + DEADLINE_SECONDS + " s", e);
        }
    }

    /** Returns whether {@code running} is still blocked after a time that suffices if a lock does not hold. */
    static boolean isKeptWaiting(Future<?> running) {
        try {
            running.get(300, TimeUnit.MILLISECONDS);
            return false;
        } catch (TimeoutException e) {
            return true;
        } catch (InterruptedException | ExecutionException e) {
            throw new AssertionError(e);
        }
    }
}
