package io.accounts4j.http.javalin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Heads of requests that trickle in. */
class HeadDeadlineTest {

    private static final String LIVE = "GET /api/health/live HTTP/1.1\r\nHost: h\r\n\r\n";

    private TestServer server;

    @BeforeEach
    void start() {
        server = TestServer.start(
                settings -> {},
                host -> host.jetty.modifyServer(
                        jetty -> jetty.insertHandler(new HeadDeadline(Duration.ofMillis(400)))));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void aHeadThatTricklesInIsCut() throws Exception {
        try (Trickle trickle = new Trickle(server.port(), 200, "GET /api/health/live HTTP/1.1\r\nX-Slow: ", 50)) {
            assertThat(trickle.awaitCut(30))
                    .as("cut, but for %s", trickle.open())
                    .isTrue();
        }
    }

    @Test
    void aLaterHeadOnAConnectionIsCutAsWell() throws Exception {
        try (Trickle trickle = new Trickle(server.port(), 20, LIVE + "GET / HTTP/1.1\r\nX-Slow: ", 50)) {
            assertThat(trickle.awaitCut(30))
                    .as("cut, but for %s", trickle.open())
                    .isTrue();
        }
    }

    @Test
    void aConnectionIsOpenForLaterRequestsAndSlowBodies() throws Exception {
        try (RawClient client = new RawClient(server);
                Trickle others = new Trickle(server.port(), 1, "GET / HTTP/1.1\r\nX-Slow: ", 50)) {
            assertThat(client.send(LIVE).answer()).startsWith("HTTP/1.1 200 ");
            client.send(
                    "POST /api/users HTTP/1.1\r\nHost: h\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n{");
            assertThat(others.awaitCut(30)).isTrue();

            assertThat(client.send("}").answer()).startsWith("HTTP/1.1 400 ");
            assertThat(client.send(LIVE).answer()).startsWith("HTTP/1.1 200 ");
        }
    }
}
