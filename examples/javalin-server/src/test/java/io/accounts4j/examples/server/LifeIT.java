package io.accounts4j.examples.server;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The start of the server, its behaviour in production, and its end. */
class LifeIT {

    private static final Duration GONE_WITHIN = Duration.ofSeconds(17);

    @TempDir
    private Path directory;

    @Test
    void standardOutputIsForTheOperator() throws Exception {
        try (ServerProcess server = start(Map.of()).awaitListening()) {
            assertThat(server.out().lines())
                    .satisfiesExactly(
                            first -> assertThat(first).startsWith("Administrator admin@example.com, password "),
                            second -> assertThat(second).isEqualTo("Listening on http://localhost:" + server.port()),
                            third -> assertThat(third).startsWith("Mail is shown on http://localhost:" + server.port()),
                            fourth -> assertThat(fourth)
                                    .isEqualTo("Metrics are on http://localhost:" + server.port() + "/metrics"),
                            fifth -> assertThat(fifth).startsWith("Jobs run here; "));
        }
        try (ServerProcess again = start(Map.of()).awaitListening()) {
            assertThat(again.out()).startsWith("Listening on http://localhost:" + again.port());
        }
    }

    @Test
    void whatItKeepsIsNobodysBusinessButItsOwners() throws Exception {
        assumeThat(directory.getFileSystem().supportedFileAttributeViews()).contains("posix");
        try (ServerProcess server = start(Map.of()).awaitListening()) {
            assertThat(server.isAlive()).isTrue();
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(directory.resolve("data"))))
                    .isEqualTo("rwx------");
        }
    }

    @Test
    void aRequestUnderWayIsAnsweredBeforeTheServerEnds() throws Exception {
        String body = "{\"user\":{\"email\":\"ann@example.org\",\"name\":\"Ann\",\"password\":\"Correct horse 1\"}}";
        try (ServerProcess server = start(Map.of()).awaitListening();
                Socket socket = new Socket("127.0.0.1", server.port());
                Socket unused = new Socket("127.0.0.1", server.port())) {
            BufferedReader answer = new BufferedReader(new InputStreamReader(socket.getInputStream(), US_ASCII));
            write(
                    socket,
                    "POST /api/users HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                            + "Expect: 100-continue\r\nConnection: close\r\nContent-Length: " + body.length()
                            + "\r\n\r\n");
            assertThat(answer.readLine()).isEqualTo("HTTP/1.1 100 Continue");
            write(unused, "GET /api/health/live HTTP/1.1\r\nHost: localhost\r\n\r\n");
            BufferedReader live = new BufferedReader(new InputStreamReader(unused.getInputStream(), US_ASCII));
            assertThat(live.readLine()).isEqualTo("HTTP/1.1 200 OK");
            long asked = System.nanoTime();
            server.terminate();
            assertThat(live.lines().skip(1).toList())
                    .as("read until the server closes the unused connection")
                    .isNotEmpty();
            write(socket, body);

            assertThat(answer.lines()
                            .filter(line -> line.startsWith("HTTP/1.1 "))
                            .findFirst())
                    .hasValue("HTTP/1.1 201 Created");
            assertThat(server.awaitExit()).isIn(143, 0);
            assertThat(Duration.ofNanos(System.nanoTime() - asked)).isLessThan(GONE_WITHIN);
        }
        try (ServerProcess again = start(Map.of()).awaitListening()) {
            new Client(again).signIn("ann@example.org", Client.PASSWORD);
        }
    }

    @Test
    void aClientThatSendsNothingMoreDoesNotKeepTheServer() throws Exception {
        try (ServerProcess server = start(Map.of()).awaitListening();
                Socket socket = new Socket("127.0.0.1", server.port())) {
            write(socket, "POST /api/users HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100\r\n\r\n{");
            long asked = System.nanoTime();
            server.terminate();

            assertThat(server.awaitExit()).isIn(143, 0);
            assertThat(Duration.ofNanos(System.nanoTime() - asked)).isLessThan(GONE_WITHIN);
        }
    }

    @Test
    void developmentIsForThisMachineOnly() throws Exception {
        Optional<InetAddress> outside = addressOfThisMachine();
        Assumptions.assumeTrue(outside.isPresent(), "this machine has no address but loopback");
        try (ServerProcess server = start(Map.of()).awaitListening()) {
            assertThatThrownBy(() -> new Socket(outside.orElseThrow(), server.port()).close())
                    .isInstanceOf(ConnectException.class);
        }
    }

    @Test
    void productionShowsNoMailAndIsThereForEverybody() throws Exception {
        Map<String, String> production = Map.of(
                "ACCOUNTS_ENV", "prod",
                "DATABASE_URL", "h2:file:./data/accounts",
                "SECRET_KEY_BASE", SettingsTest.KEY_BASE,
                "PUBLIC_HOST", "accounts.example.org",
                "SMTP_URL", "smtp://127.0.0.1:" + ServerProcess.freePort() + "?tls=none");
        try (ServerProcess server = start(production).awaitListening()) {
            Client client = new Client(server);
            for (String path : new String[] {"/dev/mailbox", "/dev/mailbox.json", "/"}) {
                assertThat(client.send("GET", path, "").statusCode()).isEqualTo(404);
            }
            assertThat(readiness(client).at("/checks"))
                    .extracting(check -> check.get("status").asText())
                    .hasSize(3)
                    .containsOnly("pass");
            assertThat(server.out())
                    .startsWith("Listening on http://localhost:" + server.port() + System.lineSeparator())
                    .doesNotContain("Mail is shown");
            Optional<InetAddress> outside = addressOfThisMachine();
            if (outside.isPresent()) {
                new Socket(outside.get(), server.port()).close();
            }
        }
    }

    @Test
    void aPoolOfOneIsEnough() throws Exception {
        try (ServerProcess server = start(Map.of("POOL_SIZE", "1")).awaitListening()) {
            assertThat(new Client(server).register("ann@example.org")).isEqualTo(201);
        }
    }

    /** Waits for the registration of the job engine, which happens on a thread of its own. */
    private static JsonNode readiness(Client client) throws Exception {
        long deadline = System.nanoTime() + Duration.ofMinutes(1).toNanos();
        while (client.send("GET", "/api/health/ready", "").statusCode() != 200) {
            assertThat(System.nanoTime()).isLessThan(deadline);
        }
        return client.get("/api/health/ready");
    }

    private ServerProcess start(Map<String, String> settings) throws IOException {
        return ServerProcess.start(directory, settings);
    }

    private static void write(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(US_ASCII));
        socket.getOutputStream().flush();
    }

    private static Optional<InetAddress> addressOfThisMachine() throws IOException {
        return NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(address -> !address.isLoopbackAddress() && !address.isLinkLocalAddress())
                .findFirst();
    }
}
