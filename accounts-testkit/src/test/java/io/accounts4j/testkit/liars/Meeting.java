package io.accounts4j.testkit.liars;

import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Lets threads meet between a check and the act that relies on it; a lone thread continues after a moment. */
final class Meeting {

    private final int racers;
    private final long millis;
    private volatile CyclicBarrier barrier;

    /** Of two, who have a moment. */
    Meeting() {
        this(2, 100);
    }

    /** Of so many as the contracts of jobs have race; they wait for the last of them. */
    static Meeting ofEight() {
        return new Meeting(8, 5_000);
    }

    private Meeting(int racers, long millis) {
        this.racers = racers;
        this.millis = millis;
        this.barrier = new CyclicBarrier(racers);
    }

    void await() {
        if (!Thread.currentThread().getName().equals("contract-race")) {
            return;
        }
        CyclicBarrier current = barrier;
        try {
            current.await(millis, TimeUnit.MILLISECONDS);
        } catch (TimeoutException | BrokenBarrierException e) {
            barrier = new CyclicBarrier(racers);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
