package io.accounts4j.examples.server;

import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.Callback;

/**
 * Lets requests under way end when the server stops, and closes connections without a request after a second. Jetty itself
 * lowers the idle timeout of all connections to a second then, and so fails requests whose body pauses for longer.
 */
final class Draining extends GracefulHandler {

    private static final long UNUSED_MILLIS = 1_000;
    private static final long UNCHANGED = -1;

    private final Set<EndPoint> busy = ConcurrentHashMap.newKeySet();

    Draining() {
        setShutdownIdleTimeout(UNCHANGED);
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        EndPoint connection = request.getConnectionMetaData().getConnection().getEndPoint();
        busy.add(connection);
        Request.addCompletionListener(request, failure -> busy.remove(connection));
        return super.handle(request, response, callback);
    }

    @Override
    public CompletableFuture<Void> shutdown() {
        CompletableFuture<Void> drained = super.shutdown();
        for (Connector connector : getServer().getConnectors()) {
            connector.getConnectedEndPoints().stream()
                    .filter(connection -> !busy.contains(connection))
                    .forEach(connection -> connection.setIdleTimeout(UNUSED_MILLIS));
        }
        return drained;
    }
}
