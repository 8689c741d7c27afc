package io.accounts4j.examples.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A failed start prints the remedy in one sentence and exits with 1. */
class RefusalsIT {

    private static final int SSL_REQUEST_BYTES = 8;

    @TempDir
    private Path directory;

    @Test
    void productionWithoutSettings() throws Exception {
        assertThat(refusal(Map.of("ACCOUNTS_ENV", "prod")))
                .hasLineCount(4)
                .contains("DATABASE_URL is not set", "SECRET_KEY_BASE is not set", "PUBLIC_HOST is not set")
                .contains("SMTP_URL is not set");
    }

    @Test
    void aMalformedSetting() throws Exception {
        assertThat(refusal(Map.of("POOL_SIZE", "ten")))
                .hasLineCount(1)
                .contains("POOL_SIZE is malformed: it must be a number from 1 to 1000, for example POOL_SIZE=10");
    }

    @Test
    void aPortInUse() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            assertThat(refusal(Map.of("PORT", Integer.toString(taken.getLocalPort()))))
                    .hasLineCount(1)
                    .contains("Port " + taken.getLocalPort() + " cannot be listened on");
            assertThat(directory.resolve("data")).doesNotExist();
        }
    }

    @Test
    void aDatabaseThatDoesNotAnswer() throws Exception {
        String url = "postgres://accounts:canary@127.0.0.1:" + ServerProcess.freePort() + "/accounts";

        assertThat(refusal(Map.of("DATABASE_URL", url)))
                .hasLineCount(1)
                .contains("cannot be opened", "start it, or set DATABASE_URL to another one")
                .doesNotContain("canary");
    }

    @Test
    void aDatabaseWithoutTls() throws Exception {
        try (ServerSocket database = new ServerSocket(0, 8, InetAddress.getByName("127.0.0.1"))) {
            new Thread(() -> declineTls(database), "database").start();
            String url = "postgres://accounts:canary@127.0.0.1:" + database.getLocalPort() + "/accounts";

            assertThat(refusal(Map.of("DATABASE_URL", url, "DATABASE_TLS", "verify")))
                    .hasLineCount(1)
                    .contains("cannot be opened", "let it offer TLS, or say DATABASE_TLS=off")
                    .doesNotContain("canary");
        }
    }

    @Test
    void anUnknownCommand() throws Exception {
        assertThat(refusal(Map.of(), "sow")).hasLineCount(1).contains("There is no command \"sow\"");
    }

    @Test
    void healthOfNoServer() throws Exception {
        assertThat(refusal(Map.of(), "health")).hasLineCount(1).contains("The server is not ready");
    }

    /** Responds as a PostgreSQL without a certificate, until the socket is closed. */
    private static void declineTls(ServerSocket database) {
        while (!database.isClosed()) {
            try (Socket connection = database.accept()) {
                connection.getInputStream().readNBytes(SSL_REQUEST_BYTES);
                connection.getOutputStream().write('N');
            } catch (IOException e) {
                // One side has closed the connection.
            }
        }
    }

    private String refusal(Map<String, String> settings, String... arguments) throws Exception {
        try (ServerProcess server = ServerProcess.start(directory, settings, arguments)) {
            assertThat(server.awaitExit()).isEqualTo(1);
            assertThat(server.out()).isEmpty();
            return server.err().strip();
        }
    }
}
