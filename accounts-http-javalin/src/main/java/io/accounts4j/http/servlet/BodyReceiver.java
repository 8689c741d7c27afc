package io.accounts4j.http.servlet;

import io.accounts4j.http.wire.ProblemException;
import io.accounts4j.http.wire.ProblemType;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Receives the bodies of requests. A body that has arrived with its head is taken at once; no thread waits for the rest of
 * any other. A body that is not complete at the deadline is refused. Thread-safe.
 */
public final class BodyReceiver {

    private static final Logger LOG = LoggerFactory.getLogger(BodyReceiver.class);

    private final int limit;
    private final Duration timeout;

    public BodyReceiver(int limit, Duration timeout) {
        this.limit = limit;
        this.timeout = timeout;
    }

    /**
     * Calls {@code handler} exactly once, now or when the body is complete or has failed. The supplier returns the body, at
     * most one byte over the limit of it, or throws the {@link ProblemException} that says why there is none.
     */
    public void receive(Context ctx, Consumer<Supplier<byte[]>> handler) {
        BodyBuffer buffer = new BodyBuffer(limit, ctx.req().getContentLengthLong());
        try {
            ServletInputStream in = stream(ctx.req());
            buffer.takeAvailable(in);
            if (buffer.isComplete()) {
                handler.accept(() -> bytes(ctx, buffer));
            } else if (ctx.req().isAsyncSupported()) {
                receiveLater(ctx, new BodyArrival(in, buffer), handler);
            } else {
                buffer.takeAll(in);
                handler.accept(() -> bytes(ctx, buffer));
            }
        } catch (IOException e) {
            handler.accept(() -> {
                throw refusal(e);
            });
        }
    }

    /** A filter of the host that called {@code getReader()} keeps everybody else from the bytes. */
    private static ServletInputStream stream(HttpServletRequest request) throws IOException {
        try {
            return request.getInputStream();
        } catch (IllegalStateException e) {
            LOG.warn("body not readable: a filter called getReader(); it must pass on a request that has the body");
            throw new IOException(e);
        }
    }

    private void receiveLater(Context ctx, BodyArrival arrival, Consumer<Supplier<byte[]>> handler) {
        AsyncContext async = ctx.req().startAsync();
        ctx.future(() -> arrival.begin(async, timeout).handle((buffer, failure) -> {
            handler.accept(() -> {
                if (failure != null) {
                    throw refusal(failure);
                }
                return bytes(ctx, buffer);
            });
            return null;
        }));
    }

    /** A stream that gave nothing was perhaps read by a handler or filter of the host; Javalin keeps what its own read. */
    private static byte[] bytes(Context ctx, BodyBuffer buffer) {
        try {
            return buffer.size() == 0 ? ctx.bodyAsBytes() : buffer.bytes();
        } catch (HttpResponseException e) {
            throw ProblemException.of(ProblemType.CONTENT_TOO_LARGE, "the body exceeds the limit of the server");
        }
    }

    private ProblemException refusal(Throwable failure) {
        return failure instanceof TimeoutException
                ? ProblemException.of(
                        ProblemType.REQUEST_TIMEOUT, "the body must be complete within " + timeout.toSeconds() + " s")
                : ProblemException.of(ProblemType.MALFORMED_REQUEST, "the body could not be read");
    }
}
