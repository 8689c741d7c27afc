package io.accounts4j.http.javalin;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.accounts4j.http.javalin.TestServer.Answer;
import io.accounts4j.testkit.Fixtures;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** How large a body may be. */
class BodyLimitTest {

    @RegisterExtension
    static final TestServer server = TestServer.start();

    @Test
    void d04_t10_aBodyOverTheLimitIsRefusedAlsoWithoutALength() throws Exception {
        byte[] fits = padded(64 * 1024);
        byte[] over = padded(64 * 1024 + 1);

        assertThat(post(fits).status()).isEqualTo(201);
        // A declared length over the limit is refused before the body: BodyArrivalTest.
        Answer chunked = server.call("POST", "/api/users")
                .header("Content-Type", "application/json")
                .chunked(over);
        assertThat(chunked.status()).isEqualTo(413);
        assertThat(chunked.problem()).isEqualTo("content-too-large");
    }

    @Test
    void aBodyOverTheLimitOfTheHostIsRefusedAlike() throws Exception {
        Answer chunked = server.call("POST", "/api/users")
                .header("Content-Type", "application/json")
                .chunked(padded(1_100_000));

        assertThat(chunked.status()).isEqualTo(413);
        assertThat(chunked.problem()).isEqualTo("content-too-large");
    }

    @Test
    void aClientThatSendsAllBeforeItReadsGetsTheRefusal() throws Exception {
        try (RawClient client = new RawClient(server)) {
            client.send(
                    "POST /api/users HTTP/1.1\r\nHost: h\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n");
            String chunk = "2000\r\n" + " ".repeat(0x2000) + "\r\n";
            for (int i = 0; i < 200; i++) {
                client.send(chunk);
            }

            assertThat(client.send("0\r\n\r\n").answer()).startsWith("HTTP/1.1 413 ");
        }
    }

    @Test
    void aBodyThatTheHostHasReadBeforeIsReadFromWhereItIsKept() {
        try (TestServer curious = TestServer.start(
                settings -> {},
                host -> host.routes.before(ctx -> assertThat(ctx.body()).isNotEmpty()))) {
            assertThat(curious.call("POST", "/api/users")
                            .body("application/json", padded(1_000))
                            .send()
                            .status())
                    .isEqualTo(201);
            assertThat(curious.call("POST", "/api/users")
                            .body("application/json", padded(64 * 1024 + 1))
                            .send()
                            .status())
                    .isEqualTo(413);
        }
    }

    private static byte[] padded(int size) {
        String body = Bodies.user(Fixtures.uniqueEmail());
        return (body + " ".repeat(size - body.length())).getBytes(UTF_8);
    }

    private static Answer post(byte[] body) {
        return server.call("POST", "/api/users").body("application/json", body).send();
    }
}
