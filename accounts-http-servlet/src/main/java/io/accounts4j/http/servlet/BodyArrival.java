package io.accounts4j.http.servlet;

import io.accounts4j.http.wire.BodyBuffer;
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

    /** Time for a client that sends too much to end, and to read why its request is refused. */
    private static final Duration LINGERING = Duration.ofSeconds(1);

    private final AsyncContext async;
    private final ServletInputStream in;
    private final BodyBuffer buffer;
    private final CompletableFuture<BodyBuffer> arrived = new CompletableFuture<>();

    BodyArrival(AsyncContext async, ServletInputStream in, BodyBuffer buffer) {
        this.async = async;
        this.in = in;
        this.buffer = buffer;
    }

    /**
     * Starts to listen. The stage completes on a thread of the container, exceptionally with a {@link
     * java.util.concurrent.TimeoutException} at the deadline. A body over its limit is too large a second later, whether or
     * not it has ended.
     */
    CompletableFuture<BodyBuffer> begin(Duration timeout) {
        async.setTimeout(0); // the container's timer would go on while the answer is made
        async.addListener(this);
        cutAt(buffer.isTooLarge() ? LINGERING : timeout);
        try {
            in.setReadListener(this);
        } catch (IllegalStateException | UnsupportedOperationException wrapped) {
            readBlocking();
        }
        return arrived;
    }

    private void cutAt(Duration timeout) {
        CompletableFuture<Void> deadline =
                new CompletableFuture<Void>().orTimeout(timeout.toMillis(), TimeUnit.MILLISECONDS);
        CompletableFuture<Void> unusedCut = deadline.exceptionally(late -> {
            async.start(() -> end(late));
            return null;
        });
        CompletableFuture<Boolean> unusedStop = arrived.handle((body, failure) -> deadline.complete(null));
    }

    private void end(Throwable late) {
        if (buffer.isTooLarge()) {
            arrived.complete(buffer);
        } else {
            arrived.completeExceptionally(late);
        }
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
        boolean fitted = !buffer.isTooLarge();
        while (!buffer.isComplete() && in.isReady()) {
            buffer.take(in);
        }
        if (buffer.isComplete()) {
            arrived.complete(buffer);
        } else if (fitted && buffer.isTooLarge()) {
            cutAt(LINGERING);
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
