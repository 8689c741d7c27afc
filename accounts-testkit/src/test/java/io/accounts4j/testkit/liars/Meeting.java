package io.accounts4j.testkit.liars;

import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Lets two racers meet between a check and what rests on it; whoever is alone goes on after a moment. */
final class Meeting {

    private volatile CyclicBarrier two = new CyclicBarrier(2);

    void await() {
        if (!Thread.currentThread().getName().equals("contract-race")) {
            return;
        }
        CyclicBarrier current = two;
        try {
            current.await(100, TimeUnit.MILLISECONDS);
        } catch (TimeoutException | BrokenBarrierException e) {
            two = new CyclicBarrier(2);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
