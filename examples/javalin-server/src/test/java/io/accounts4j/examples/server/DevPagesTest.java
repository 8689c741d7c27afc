package io.accounts4j.examples.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.accounts4j.mail.Mail;
import io.accounts4j.user.Email;
import io.javalin.Javalin;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DevPagesTest {

    private static final Instant NOW = Instant.parse("2026-01-15T10:30:00.123456Z");

    private final DevMailbox mailbox = new DevMailbox(Clock.fixed(NOW, ZoneOffset.UTC));
    private Javalin server;

    @BeforeEach
    void start() {
        DevPages pages = pagesAt("http://localhost:4000");
        server = Javalin.create(config -> {
                    config.startup.showJavalinBanner = false;
                    pages.mount(config.routes);
                })
                .start("127.0.0.1", 0);
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    @Test
    void jsonHasTheNewestMailFirst() throws Exception {
        deliver("first", "Hi");
        deliver("second", "Hi");

        HttpResponse<String> answer = get("/dev/mailbox.json");

        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/json");
        JsonNode data = new ObjectMapper().readTree(answer.body()).get("data");
        assertThat(data).hasSize(2);
        assertThat(data.get(0).get("subject").asText()).isEqualTo("second");
        assertThat(data.get(0).get("to").asText()).isEqualTo("ann@example.org");
        assertThat(data.get(0).get("text").asText()).isEqualTo("Hi");
        assertThat(data.get(0).get("html").asText()).isEqualTo("<p>Hi</p>");
        assertThat(data.get(0).get("sent_at").asText()).isEqualTo("2026-01-15T10:30:00.123456Z");
    }

    @Test
    void theMailboxForgetsTheOldestBeforeItFillsTheMemory() throws Exception {
        for (int i = 0; i <= 200; i++) {
            deliver("number " + i, "Hi");
        }
        JsonNode data =
                new ObjectMapper().readTree(get("/dev/mailbox.json").body()).get("data");

        assertThat(data).hasSize(200);
        assertThat(data.get(199).get("subject").asText()).isEqualTo("number 1");
    }

    @Test
    void linksAreForClicking() throws Exception {
        deliver("link", "Open\n\nhttp://localhost:4000/users/confirm?token=abc\n\nand be done");

        assertThat(get("/dev/mailbox").body())
                .contains("<a href=\"http://localhost:4000/users/confirm?token=abc\" target=\"_blank\"");
    }

    @Test
    void mailIsTextWhateverItSays() throws Exception {
        deliver("<img src=x onerror=alert(1)>", "<script>alert(2)</script> \"'");

        HttpResponse<String> answer = get("/dev/mailbox");

        assertThat(answer.body()).doesNotContain("<img src=x", "<script>alert");
        assertThat(answer.body()).contains("sandbox=\"allow-popups allow-popups-to-escape-sandbox\"");
        assertThat(answer.headers().firstValue("Content-Security-Policy").orElseThrow())
                .startsWith("default-src 'none'")
                .doesNotContain("script-src");
    }

    @Test
    void pagesLoadOnlyTheSharedSheet() throws Exception {
        deliver("Hi", "Hi");

        for (String path : new String[] {"/", "/dev/mailbox"}) {
            HttpResponse<String> answer = get(path);
            assertThat(answer.body())
                    .contains("<link rel=\"stylesheet\" href=\"/accounts.css\">")
                    .doesNotContain("<style", "style=", "<script");
            assertThat(answer.headers().firstValue("Content-Security-Policy").orElseThrow())
                    .contains("style-src 'self';")
                    .doesNotContain("unsafe-inline", "script-src");
        }
    }

    @Test
    void theHtmlPartOfAMailRunsInASandboxOfItsOwn() throws Exception {
        deliver("Hi", "<script>alert(3)</script>");

        HttpResponse<String> part = get("/dev/mailbox/1");

        assertThat(get("/dev/mailbox").body()).contains("src=\"/dev/mailbox/1\"");
        assertThat(part.body()).contains("<p><script>alert(3)</script></p>");
        assertThat(part.headers().firstValue("Content-Security-Policy").orElseThrow())
                .startsWith("default-src 'none'")
                .endsWith("sandbox allow-popups allow-popups-to-escape-sandbox")
                .doesNotContain("script-src", "allow-scripts");
        assertThat(status(server.port(), "/dev/mailbox/2", "localhost")).startsWith("HTTP/1.1 404");
        assertThat(status(server.port(), "/dev/mailbox/1", "evil.example.org")).startsWith("HTTP/1.1 404");
    }

    @Test
    void theEmptyMailboxAndTheFrontDoorSayWhatToDo() throws Exception {
        assertThat(get("/dev/mailbox").body()).contains("No mail yet");
        assertThat(get("/").body()).contains("curl -i http://localhost:4000/api/users");
    }

    /** The DNS name of a foreign page could resolve to this machine; the request then carries that name. */
    @Test
    void anotherNameForThisMachineGetsNothing() throws Exception {
        deliver("secret", "link");

        assertThat(status(server.port(), "evil.example.org")).startsWith("HTTP/1.1 404");
        assertThat(status(server.port(), "localhost:" + server.port())).startsWith("HTTP/1.1 200");
    }

    /** A proxy for a public host forwards requests of strangers, and the mailbox has links that sign in. */
    @Test
    void nothingIsShownThroughAProxyWhateverThePublicHost() throws Exception {
        deliver("secret", "link");
        DevPages pages = pagesAt("https://app.example.org");
        Javalin publicServer =
                Javalin.create(config -> pages.mount(config.routes)).start("127.0.0.1", 0);
        try {
            int port = publicServer.port();
            assertThat(status(port, "app.example.org")).startsWith("HTTP/1.1 404");
            assertThat(status(port, "localhost")).startsWith("HTTP/1.1 200");
            for (String header : new String[] {
                "Forwarded: for=203.0.113.7",
                "X-Forwarded-For: 127.0.0.1",
                "X-Forwarded-Host: localhost",
                "X-Forwarded-Port: 443",
                "X-Forwarded-Server: proxy",
                "X-Real-IP: 127.0.0.1",
                "X-Client-IP: 127.0.0.1",
                "True-Client-IP: 127.0.0.1",
                "CF-Connecting-IP: 127.0.0.1",
                "X-Original-Host: app.example.org",
                "Via: 1.1 proxy"
            }) {
                assertThat(status(port, "/dev/mailbox.json", "localhost", header))
                        .as(header)
                        .startsWith("HTTP/1.1 404");
            }
        } finally {
            publicServer.stop();
        }
    }

    private DevPages pagesAt(String publicUrl) {
        return new DevPages(mailbox, new DevTemplates("/accounts.css", URI.create(publicUrl)));
    }

    private void deliver(String subject, String text) {
        mailbox.deliver(new Mail(new Email("ann@example.org"), subject, text, "<p>" + text + "</p>", subject));
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        URI uri = URI.create("http://127.0.0.1:" + server.port() + path);
        HttpResponse<String> answer = HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer;
    }

    private static String status(int port, String host) throws IOException {
        return status(port, "/dev/mailbox.json", host);
    }

    private static String status(int port, String path, String host, String... headers) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", port);
                InputStream in = socket.getInputStream()) {
            String more = Stream.of(headers).map(header -> header + "\r\n").collect(Collectors.joining());
            String request = "GET " + path + " HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n" + more + "\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
