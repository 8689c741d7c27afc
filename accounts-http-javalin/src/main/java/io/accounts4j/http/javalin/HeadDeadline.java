package io.accounts4j.http.javalin;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.io.ssl.SslConnection;
import org.eclipse.jetty.server.ConnectionMetaData;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.NegotiatingServerConnection;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.NanoTime;
import org.eclipse.jetty.util.thread.Scheduler;
import org.jspecify.annotations.Nullable;

/**
 * Closes connections whose request head is not complete in time. Jetty's idle timeout begins anew with every byte, so a
 * client that sends one now and then would keep its connection for ever. The first head is due that long after the
 * connection was made, TLS included; a later one, on HTTP/1.1, that long after its first byte. Looks once a second.
 */
final class HeadDeadline extends Handler.Wrapper {

    private static final String STATE = HeadDeadline.class.getName();
    private static final Duration ROUND = Duration.ofSeconds(1);

    private final Duration timeout;
    private final Duration round;

    HeadDeadline(Duration timeout) {
        this.timeout = timeout;
        this.round = timeout.compareTo(ROUND) < 0 ? timeout : ROUND;
    }

    /** A connection that has had a request. */
    private static final class State {
        private volatile boolean busy = true;
        private volatile long bytesAtRest;
        private volatile @Nullable Long headBegunAt;

        void rest(long bytes) {
            bytesAtRest = bytes;
            headBegunAt = null;
            busy = false;
        }

        /** Returns whether a head has been arriving for longer than {@code timeout}. */
        boolean isLate(long bytes, Duration timeout) {
            if (busy || bytes == bytesAtRest) {
                return false;
            }
            Long begun = headBegunAt;
            headBegunAt = begun == null ? Long.valueOf(NanoTime.now()) : begun;
            return begun != null && NanoTime.since(begun) > timeout.toNanos();
        }
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        ConnectionMetaData meta = request.getConnectionMetaData();
        State state = meta.getAttribute(STATE) instanceof State known ? known : new State();
        state.busy = true;
        meta.setAttribute(STATE, state);
        if (meta.getHttpVersion().getVersion() <= HttpVersion.HTTP_1_1.getVersion()) {
            Connection connection = meta.getConnection();
            Request.addCompletionListener(request, failure -> state.rest(connection.getBytesIn()));
        }
        return super.handle(request, response, callback);
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        schedule();
    }

    private void schedule() {
        Scheduler.Task unused =
                getServer().getScheduler().schedule(this::look, round.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void look() {
        try {
            Stream.of(getServer().getConnectors())
                    .flatMap(connector -> connector.getConnectedEndPoints().stream())
                    .filter(this::isLate)
                    .forEach(
                            late -> late.close(new TimeoutException("the head of a request was not complete in time")));
        } finally {
            if (isRunning()) {
                schedule();
            }
        }
    }

    private boolean isLate(EndPoint endPoint) {
        Connection connection = endPoint.getConnection();
        if (connection instanceof SslConnection tls) {
            connection = tls.getSslEndPoint().getConnection();
        }
        if (connection instanceof ConnectionMetaData meta && meta.getAttribute(STATE) instanceof State state) {
            return state.isLate(connection.getBytesIn(), timeout);
        }
        boolean noRequestYet =
                connection instanceof ConnectionMetaData || connection instanceof NegotiatingServerConnection;
        return noRequestYet && System.currentTimeMillis() - endPoint.getCreatedTimeStamp() > timeout.toMillis();
    }
}
