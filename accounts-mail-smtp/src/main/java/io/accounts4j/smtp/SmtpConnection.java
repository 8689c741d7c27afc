package io.accounts4j.smtp;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.eclipse.angus.mail.util.SocketFetcher;
import org.eclipse.angus.mail.util.WriteTimeoutSocket;

/** One connection. A timer closes it at the delivery's limit, so that a server that responds byte by byte holds no thread. */
final class SmtpConnection implements AutoCloseable {

    private volatile Socket socket = new Socket();
    private final CompletableFuture<Void> end = new CompletableFuture<>();

    /** A connection whose timer starts now. */
    SmtpConnection(Limits limits) {
        CompletableFuture<Void> unused = end.orTimeout(limits.delivery().toMillis(), TimeUnit.MILLISECONDS)
                .whenComplete((done, late) -> cut());
    }

    /** Connects, and starts TLS if the server expects TLS from the first byte. */
    Socket connect(SmtpServer server, Properties properties) throws IOException {
        InetAddress found = InetAddress.getByName(server.host());
        // Certificates are verified against the configured name, never against the result of a look-up.
        InetAddress named = InetAddress.getByAddress(server.host(), found.getAddress());
        // This wrapper has a thread, which ends only if the wrapper is the socket that is closed.
        socket = new WriteTimeoutSocket(socket, Limits.millis(server.limits().write()));
        socket.setSoTimeout(Limits.millis(server.limits().read()));
        socket.connect(
                new InetSocketAddress(named, server.port()),
                Limits.millis(server.limits().connect()));
        return server.encryption() == Encryption.IMPLICIT_TLS
                ? SocketFetcher.startTLS(socket, server.host(), properties, "mail.smtp")
                : socket;
    }

    /** Returns whether the timer ended before the delivery. */
    boolean isCut() {
        return end.isCompletedExceptionally();
    }

    @Override
    public void close() {
        end.complete(null);
    }

    private void cut() {
        try {
            socket.close();
        } catch (IOException alreadyBroken) {
            // The socket is closed already.
        }
    }
}
