package io.accounts4j.http.servlet;

import io.accounts4j.http.wire.BodyBuffer;
import io.accounts4j.http.wire.Request;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A request of a servlet container. A body that has arrived with its head is taken at once; no thread waits for the rest of
 * any other, but where the request cannot be suspended.
 */
@SuppressWarnings("exports") // for our mounts, which see the package of Request
public final class ReceivedRequest implements Request {

    private static final Logger LOG = LoggerFactory.getLogger(ReceivedRequest.class);

    private final HttpServletRequest request;
    private final Supplier<byte[]> bodyReadBefore;

    /**
     * A request of {@code request}.
     *
     * @param bodyReadBefore the body as the host has read it; called where the stream of the request is empty
     */
    public ReceivedRequest(HttpServletRequest request, Supplier<byte[]> bodyReadBefore) {
        this.request = request;
        this.bodyReadBefore = bodyReadBefore;
    }

    @Override
    public String method() {
        return request.getMethod();
    }

    @Override
    public String path() {
        return request.getRequestURI();
    }

    @Override
    public String contextPath() {
        return request.getContextPath();
    }

    @Override
    public String query() {
        return Optional.ofNullable(request.getQueryString()).orElse("");
    }

    @Override
    public List<String> headers(String name) {
        return Collections.list(request.getHeaders(name));
    }

    @Override
    public String remoteAddress() {
        return request.getRemoteAddr();
    }

    @Override
    public boolean secure() {
        return request.isSecure();
    }

    @Override
    public CompletionStage<byte[]> body(int limit, Duration deadline) {
        BodyBuffer buffer = new BodyBuffer(limit, request.getContentLengthLong());
        try {
            ServletInputStream in = stream();
            buffer.takeArrived(in);
            if (in.isFinished()) {
                buffer.end();
            }
            if (!buffer.isComplete() && request.isAsyncSupported()) {
                return new BodyArrival(request.startAsync(), in, buffer)
                        .begin(deadline)
                        .thenApply(this::bytes);
            }
            buffer.takeAll(in);
            return CompletableFuture.completedFuture(bytes(buffer));
        } catch (IOException | RuntimeException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    /** A filter of the host that called {@code getReader()} keeps everybody else from the bytes. */
    private ServletInputStream stream() throws IOException {
        try {
            return request.getInputStream();
        } catch (IllegalStateException e) {
            LOG.warn("body not readable: a filter called getReader(); it must pass on a request that has the body");
            throw e;
        }
    }

    private byte[] bytes(BodyBuffer buffer) {
        byte[] bytes = buffer.bytes();
        return bytes.length == 0 ? bodyReadBefore.get() : bytes;
    }
}
