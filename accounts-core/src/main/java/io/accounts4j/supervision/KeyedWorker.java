package io.accounts4j.supervision;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A named worker: some state that only its own messages touch, one after another, in the order they were sent by each
 * sender. A message that throws ends the worker; nobody else feels it, and nothing starts it again. Thread-safe.
 */
public final class KeyedWorker<S> {

    private final Mailbox mailbox;
    private final Consumer<Throwable> crashed;
    private volatile boolean alive = true;
    private S state;

    KeyedWorker(S initial, Executor executor, Consumer<Throwable> crashed) {
        this.state = initial;
        this.mailbox = new Mailbox(executor);
        this.crashed = crashed;
    }

    /** Changes the state some time later and says nothing back; a worker that has ended ignores it. */
    public void tell(UnaryOperator<S> change) {
        mailbox.post(() -> work(null, () -> state = change.apply(state)));
    }

    /** Asks about the state; {@link WorkerEndedException} when the worker ended before it could answer. */
    public <R> CompletableFuture<R> ask(Function<? super S, ? extends R> question) {
        CompletableFuture<R> answer = new CompletableFuture<>();
        mailbox.post(() -> work(answer, () -> answer.complete(question.apply(state))));
        return answer;
    }

    /** Returns whether the worker accepts messages. */
    public boolean isAlive() {
        return alive;
    }

    void end() {
        alive = false;
    }

    private void work(@Nullable CompletableFuture<?> answer, Runnable task) {
        if (!alive) {
            fail(answer, new WorkerEndedException(null));
            return;
        }
        try {
            task.run();
        } catch (Throwable e) {
            alive = false;
            crashed.accept(e);
            fail(answer, new WorkerEndedException(e));
        }
    }

    private static void fail(@Nullable CompletableFuture<?> answer, WorkerEndedException reason) {
        if (answer != null) {
            answer.completeExceptionally(reason);
        }
    }
}
