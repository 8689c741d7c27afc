package io.accounts4j.examples.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The content and the access rules of {@code /metrics}. */
class MetricsIT {

    private static final String ADMIN = "chief@example.org";
    private static final String MAIL = "kind=\"accounts.confirmation\",queue=\"mailers\"";
    private static final String METRICS_TOKEN = "scrape-5b1f0c9e7d3a4826b0f1c2d3e4";
    private static final String ADMIN_PASSWORD = "Battery staple 2";

    private static final List<String> SHOWN = List.of(
            "accounts_jobs_duration_seconds_count{kind=\"accounts.confirmation\",outcome=\"completed\"",
            "accounts_events_total{type=\"user.registered\"} 1.0",
            "accounts_health{check=\"database\"} 1.0",
            "accounts_health{check=\"migrations\"} 1.0",
            "accounts_jobs_queue_time_seconds_count{" + MAIL + "} 1",
            "http_server_requests_seconds_count{method=\"POST\",status=\"201\",uri=\"/api/users\"} 1",
            "http_server_requests_seconds_count{method=\"other\",status=\"404\",uri=\"unknown\"} 1",
            "hikaricp_connections{pool=\"accounts\"}",
            "hikaricp_connections{pool=\"accounts-background\"}",
            "accounts_loops_running{loop=\"accounts-jobs-dispatcher\"} 1.0",
            "jvm_memory_used_bytes",
            "jetty_threads_current");

    @TempDir
    private Path directory;

    @Test
    void showsWhatHappens() throws Exception {
        try (ServerProcess server = ServerProcess.start(directory, Map.of()).awaitListening()) {
            Client client = new Client(server);
            assertThat(client.register("ann@example.org")).isEqualTo(201);
            assertThat(client.send("BREW", "/coffee/for/ann@example.org", "").statusCode())
                    .isEqualTo(404);

            HttpResponse<String> page = onceItHas(client, SHOWN);

            assertThat(page.headers().firstValue("Content-Type")).hasValue("text/plain; version=0.0.4; charset=utf-8");
            assertThat(page.body()).contains(SHOWN).doesNotContain("ann@example.org", "BREW");
        }
    }

    /** Waits for a page with all of {@code wanted}, because mails and meters follow the response. */
    private static HttpResponse<String> onceItHas(Client client, List<String> wanted) throws Exception {
        long deadline = System.nanoTime() + TimeUnit.MINUTES.toNanos(1);
        HttpResponse<String> page = client.send("GET", "/metrics", "");
        while (!wanted.stream().allMatch(page.body()::contains) && System.nanoTime() < deadline) {
            page = client.send("GET", "/metrics", "");
        }
        return page;
    }

    @Test
    void nobodyIsOnThisMachineBecauseAHeaderSaysSo() throws Exception {
        try (ServerProcess server = ServerProcess.start(directory, Map.of("TRUSTED_PROXIES", "127.0.0.1"))
                .awaitListening()) {
            assertThat(status(server, "127.0.0.1", "Host: localhost")).isEqualTo(200);
            for (String header : new String[] {
                "X-Forwarded-For: 127.0.0.1",
                "X-Forwarded-For: 127.0.0.1, 203.0.113.7",
                "X-Forwarded-For: 203.0.113.7",
                "Forwarded: for=127.0.0.1",
                "X-Real-IP: 127.0.0.1",
                "Via: 1.1 proxy",
            }) {
                assertThat(status(server, "127.0.0.1", "Host: localhost", header))
                        .as(header)
                        .isEqualTo(401);
            }
            assertThat(status(server, "127.0.0.1", "Host: elsewhere.example"))
                    .as("a page elsewhere that points its name here")
                    .isEqualTo(401);
        }
    }

    @Test
    void inProductionItNeedsAnAdministratorOrTheToken() throws Exception {
        Optional<String> outside = addressOfThisMachine();
        assumeThat(outside).as("an address of this machine besides loopback").isPresent();
        try (ServerProcess server = ServerProcess.start(directory, production()).awaitListening()) {
            Client client = new Client(server);
            String administrator = client.signIn(ADMIN, ADMIN_PASSWORD);
            assertThat(client.register("ann@example.org")).isEqualTo(201);
            String user = new Client(server).signIn("ann@example.org", Client.PASSWORD);
            String from = outside.orElseThrow();

            assertThat(status(server, "127.0.0.1", "Host: localhost"))
                    .as("a proxy on this machine may add no header of its own")
                    .isEqualTo(401);
            assertThat(status(server, "127.0.0.1", "Host: localhost", "Authorization: Bearer " + METRICS_TOKEN))
                    .isEqualTo(200);
            assertThat(status(server, from, "Host: accounts.example.org", "Authorization: bearer " + METRICS_TOKEN))
                    .isEqualTo(200);
            assertThat(status(
                            server, from, "Host: accounts.example.org", "Authorization: Bearer " + METRICS_TOKEN + "x"))
                    .isEqualTo(401);

            assertThat(status(server, from, "Host: accounts.example.org")).isEqualTo(401);
            assertThat(status(server, from, "Host: localhost")).isEqualTo(401);
            assertThat(status(server, from, "Host: localhost", "X-Forwarded-For: 127.0.0.1"))
                    .isEqualTo(401);
            assertThat(status(server, from, "Host: accounts.example.org", "Authorization: Bearer " + user))
                    .isEqualTo(403);
            assertThat(status(server, from, "Host: accounts.example.org", "Authorization: Bearer " + administrator))
                    .isEqualTo(200);
        }
    }

    private static Map<String, String> production() throws IOException {
        Map<String, String> settings = new HashMap<>();
        settings.put("ACCOUNTS_ENV", "prod");
        settings.put("DATABASE_URL", "h2:file:./data/accounts");
        settings.put("SECRET_KEY_BASE", SettingsTest.KEY_BASE);
        settings.put("METRICS_TOKEN", METRICS_TOKEN);
        settings.put("PUBLIC_HOST", "accounts.example.org");
        settings.put("SMTP_URL", "smtp://127.0.0.1:" + ServerProcess.freePort() + "?tls=none");
        settings.put("ADMIN_EMAIL", ADMIN);
        settings.put("ADMIN_PASSWORD", ADMIN_PASSWORD);
        return settings;
    }

    /** Returns the status of {@code GET /metrics} at {@code address} with these header lines only. */
    private static int status(ServerProcess server, String address, String... headers) throws IOException {
        String request = Stream.concat(Stream.of("GET /metrics HTTP/1.1", "Connection: close"), Stream.of(headers))
                .collect(Collectors.joining("\r\n", "", "\r\n\r\n"));
        try (Socket socket = new Socket(address, server.port())) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().flush();
            BufferedReader answer =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            return Integer.parseInt(answer.readLine().split(" ")[1]);
        }
    }

    private static Optional<String> addressOfThisMachine() throws IOException {
        return NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(address -> !address.isLoopbackAddress() && !address.isLinkLocalAddress())
                .map(InetAddress::getHostAddress)
                .findFirst();
    }
}
