package io.accounts4j.http.servlet;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * A body on its way: the container calls when bytes arrive, and no thread waits in between (Servlet 6.1, 3.7). The first
 * of end, failure and deadline decides.
 */
final class BodyArrival implements ReadListener, AsyncListener {

    private final ServletInputStream in;
    private final BodyBuffer buffer;
    private final CompletableFuture<BodyBuffer> arrived = new CompletableFuture<>();

    BodyArrival(ServletInputStream in, BodyBuffer buffer) {
        this.in = in;
        this.buffer = buffer;
    }

    /**
     * Starts to listen. The stage completes on a thread of the container, exceptionally with a {@link
     * java.util.concurrent.TimeoutException} at the deadline.
     */
    CompletableFuture<BodyBuffer> begin(AsyncContext async, Duration timeout) {
        async.setTimeout(0); // the container's timer would go on while the answer is made
        async.addListener(this);
        cutAt(timeout, async);
        try {
            in.setReadListener(this);
        } catch (IllegalStateException | UnsupportedOperationException wrapped) {
            readBlocking();
        }
        return arrived;
    }

    private void cutAt(Duration timeout, AsyncContext async) {
        CompletableFuture<Void> deadline =
                new CompletableFuture<Void>().orTimeout(timeout.toMillis(), TimeUnit.MILLISECONDS);
        CompletableFuture<Void> unusedCut = deadline.exceptionally(late -> {
            async.start(() -> arrived.completeExceptionally(late));
            return null;
        });
        CompletableFuture<Boolean> unusedStop = arrived.handle((body, failure) -> deadline.complete(null));
    }

    /** The request was wrapped by something that has the body or cannot listen for it. */
    private void readBlocking() {
        try {
            buffer.takeAll(in);
            arrived.complete(buffer);
        } catch (IOException e) {
            arrived.completeExceptionally(e);
        }
    }

    @Override
    public void onDataAvailable() throws IOException {
        if (arrived.isDone()) {
            return;
        }
        buffer.takeAvailable(in);
        if (buffer.isComplete()) {
            arrived.complete(buffer);
        }
    }

    @Override
    public void onAllDataRead() {
        buffer.end();
        arrived.complete(buffer);
    }

    @Override
    public void onError(Throwable failure) {
        arrived.completeExceptionally(failure);
    }

    @Override
    public void onError(AsyncEvent event) {
        arrived.completeExceptionally(event.getThrowable());
    }

    @Override
    public void onTimeout(AsyncEvent event) {
        arrived.completeExceptionally(new java.util.concurrent.TimeoutException());
    }

    @Override
    public void onComplete(AsyncEvent event) {}

    @Override
    public void onStartAsync(AsyncEvent event) {}
}
