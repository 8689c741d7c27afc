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

/** One connection. It is cut when a delivery outlives its limit, so that no server can hold us by answering bit by bit. */
final class SmtpConnection implements AutoCloseable {

    private volatile Socket socket = new Socket();
    private final CompletableFuture<Void> end = new CompletableFuture<>();

    /** A connection whose time starts now. */
    SmtpConnection(Limits limits) {
        CompletableFuture<Void> unused = end.orTimeout(limits.delivery().toMillis(), TimeUnit.MILLISECONDS)
                .whenComplete((done, late) -> cut());
    }

    /** Connects, with TLS where it comes first. */
    Socket connect(SmtpServer server, Properties properties) throws IOException {
        InetAddress found = InetAddress.getByName(server.host());
        // Certificates are checked against the name that was configured, never against what a look-up makes of it.
        InetAddress named = InetAddress.getByAddress(server.host(), found.getAddress());
        // It holds a thread, so this is what is closed.
        socket = new WriteTimeoutSocket(socket, Limits.millis(server.limits().write()));
        socket.setSoTimeout(Limits.millis(server.limits().read()));
        socket.connect(
                new InetSocketAddress(named, server.port()),
                Limits.millis(server.limits().connect()));
        return server.encryption() == Encryption.IMPLICIT_TLS
                ? SocketFetcher.startTLS(socket, server.host(), properties, "mail.smtp")
                : socket;
    }

    /** Whether the time was up before the delivery was done. */
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
            // There is nothing left to close.
        }
    }
}
