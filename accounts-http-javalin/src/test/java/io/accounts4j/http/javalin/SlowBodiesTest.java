package io.accounts4j.http.javalin;

import static org.assertj.core.api.Assertions.assertThat;

import io.accounts4j.testkit.Fixtures;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.jetty.server.handler.StatisticsHandler;
import org.junit.jupiter.api.Test;

/** Bodies that trickle in, on a server that has served ordinary requests before. */
class SlowBodiesTest {

    private static final String HEAD = "POST /api/users HTTP/1.1\r\nHost: h\r\nContent-Type: application/json\r\n"
            + "Content-Length: 60000\r\n\r\n{";
    private static final int CONNECTIONS = 2_000;

    @Test
    void twoThousandTricklingBodiesStopNobodyAndAreCut() throws Exception {
        AtomicReference<StatisticsHandler> statistics = new AtomicReference<>();
        try (TestServer server = TestServer.start(settings -> settings.bodyTimeout(Duration.ofSeconds(3)), host -> {
            ServerDefaults.applyTo(host);
            host.jetty.modifyServer(jetty -> statistics.set(jetty.getDescendant(StatisticsHandler.class)));
        })) {
            for (int i = 0; i < 40; i++) {
                assertThat(register(server, 60_000).status()).isEqualTo(201);
            }
            try (Trickle trickle = new Trickle(server.port(), CONNECTIONS, HEAD, 1_000)) {
                for (int i = 0; i < 20; i++) {
                    assertThat(register(server, 60_000).status()).isEqualTo(201);
                    assertThat(server.get("/api/health/live").send().status()).isEqualTo(200);
                }
                assertThat(trickle.awaitCut(60))
                        .as("cut, but for %s", trickle.open())
                        .isTrue();
                assertThat(trickle.timeouts()).isPositive();
            }
            assertThat(register(server, 60_000).status()).isEqualTo(201);
            Await.until(() -> statistics.get().getRequestsActive() == 0);
        }
    }

    private static TestServer.Answer register(TestServer server, int size) {
        String body = Bodies.user(Fixtures.uniqueEmail());
        byte[] padded = (body + " ".repeat(size - body.length())).getBytes(StandardCharsets.UTF_8);
        return server.call("POST", "/api/users")
                .body("application/json", padded)
                .send();
    }
}
