package io.accounts4j.http.javalin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.accounts4j.http.javalin.TestServer.Answer;
import io.accounts4j.testkit.Fixtures;
import io.javalin.config.JavalinConfig;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import java.time.Duration;
import java.util.EnumSet;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.jetty.ee10.servlet.FilterHolder;
import org.eclipse.jetty.server.handler.StatisticsHandler;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Bodies that come behind their head, in pieces, late or never. */
class BodyArrivalTest {

    private static final AtomicReference<StatisticsHandler> STATISTICS = new AtomicReference<>();

    @RegisterExtension
    static final TestServer server = TestServer.start(settings -> settings.bodyTimeout(Duration.ofMinutes(1)), host -> {
        host.http.maxRequestSize = 100_000_000;
        host.routes.after(ctx -> ctx.header("X-After", "host"));
        host.jetty.modifyServer(jetty -> STATISTICS.set(jetty.getDescendant(StatisticsHandler.class)));
    });

    private static String head(String body, String more) {
        return "POST /api/users HTTP/1.1\r\nHost: h\r\nContent-Type: application/json\r\n" + more + "Content-Length: "
                + body.length() + "\r\n\r\n";
    }

    @Test
    void aBodyInPiecesIsAnsweredAndTheConnectionLivesOn() throws Exception {
        try (RawClient client = new RawClient(server)) {
            for (int i = 0; i < 2; i++) {
                String body = Bodies.user(Fixtures.uniqueEmail());
                client.send(head(body, "")).send(body.substring(0, 9));
                awaitSuspended();
                String answer = client.send(body.substring(9)).answer();

                assertThat(answer).startsWith("HTTP/1.1 201 ").contains("X-After: host", "\"is_admin\":false");
            }
        }
    }

    @Test
    void aChunkedBodyInPiecesIsAnswered() throws Exception {
        String body = Bodies.user(Fixtures.uniqueEmail());
        try (RawClient client = new RawClient(server)) {
            client.send(
                    "POST /api/users HTTP/1.1\r\nHost: h\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n");
            awaitSuspended();
            client.send("5\r\n" + body.substring(0, 5) + "\r\n");
            String rest = body.substring(5);
            client.send(Integer.toHexString(rest.length()) + "\r\n" + rest + "\r\n");

            assertThat(client.send("0\r\n\r\n").answer()).startsWith("HTTP/1.1 201 ");
        }
    }

    @Test
    void aClientThatWaitsForPermissionGetsItAfterTheGuard() throws Exception {
        String body = Bodies.user(Fixtures.uniqueEmail());
        try (RawClient client = new RawClient(server)) {
            client.send(head(body, "Expect: 100-continue\r\n"));

            assertThat(client.answer()).startsWith("HTTP/1.1 100 ");
            assertThat(client.send(body).answer()).startsWith("HTTP/1.1 201 ");
        }
        try (RawClient anonymous = new RawClient(server)) {
            anonymous.send("PUT /api/users/x HTTP/1.1\r\nHost: h\r\nContent-Type: application/json\r\n"
                    + "Expect: 100-continue\r\nContent-Length: 9\r\n\r\n");

            assertThat(anonymous.answer()).startsWith("HTTP/1.1 401 ");
        }
    }

    @Test
    void everyRefusalThatNeedsNoBodyComesBeforeIt() throws Exception {
        String admin = "Authorization: Bearer "
                + server.session(server.administrator()).reveal() + "\r\n";
        String user = "Authorization: Bearer " + server.session(server.user()).reveal() + "\r\n";
        String json = "Content-Type: application/json\r\n";
        assertRefused(401, "PUT /api/users/x", json + "Content-Length: 9\r\n");
        assertRefused(403, "PUT /api/users/x", json + user + "Content-Length: 9\r\n");
        assertRefused(404, "PUT /api/users/x", json + admin + "Content-Length: 99999\r\n");
        assertRefused(415, "POST /api/users", "Content-Type: text/plain\r\nContent-Length: 99999\r\n");
        assertRefused(413, "POST /api/users", json + "Content-Length: 65537\r\n");
    }

    private static void assertRefused(int status, String request, String headers) throws Exception {
        try (RawClient client = new RawClient(server)) {
            assertThat(client.send(request + " HTTP/1.1\r\nHost: h\r\n" + headers + "\r\n")
                            .answer())
                    .startsWith("HTTP/1.1 " + status + " ");
        }
    }

    @Test
    void aChunkedBodyOverTheLimitIsRefusedBeforeItsEnd() throws Exception {
        try (RawClient client = new RawClient(server)) {
            client.send(
                    "POST /api/users HTTP/1.1\r\nHost: h\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n");
            awaitSuspended();
            client.send("10001\r\n" + " ".repeat(0x10001) + "\r\n");

            assertThat(client.answer()).startsWith("HTTP/1.1 413 ").contains("content-too-large");
        }
    }

    @Test
    void anEmptyBodyIsMalformed() throws Exception {
        try (RawClient client = new RawClient(server)) {
            assertThat(client.send(head("", "")).answer())
                    .startsWith("HTTP/1.1 400 ")
                    .contains("malformed-json");
            assertThat(client.send("POST /api/users HTTP/1.1\r\nHost: h\r\nContent-Type: application/json\r\n\r\n")
                            .answer())
                    .startsWith("HTTP/1.1 400 ")
                    .contains("malformed-json");
        }
    }

    @Test
    void aBrokenChunkIsMalformed() throws Exception {
        try (RawClient client = new RawClient(server)) {
            client.send(
                    "POST /api/users HTTP/1.1\r\nHost: h\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n");
            awaitSuspended();

            assertThat(client.send("zz\r\n").answer())
                    .startsWith("HTTP/1.1 400 ")
                    .contains("malformed-request");
        }
    }

    @Test
    void aClientThatGoesAwayLeavesNothingBehind() throws Exception {
        for (int i = 0; i < 20; i++) {
            try (RawClient client = new RawClient(server)) {
                client.send(head(" ".repeat(1000), "")).send("{");
                awaitSuspended();
            }
            Await.until(() -> STATISTICS.get().getRequestsActive() == 0);
        }
    }

    @Test
    void aFailureBehindASlowBodyIsAnsweredLikeAnyOther() throws Exception {
        try (TestServer broken = TestServer.start();
                RawClient client = new RawClient(broken)) {
            String body = Bodies.user(Fixtures.uniqueEmail());
            client.send(head(body, "X-Request-Id: r-1\r\n")).send("{");
            broken.kit.store().fail();

            assertThat(client.send(body.substring(1)).answer())
                    .startsWith("HTTP/1.1 503 ")
                    .contains("Retry-After: 2", "X-Request-Id: r-1", "Cache-Control: no-store");
        }
    }

    @Test
    void d05_aBodyThatIsNotCompleteAtTheDeadlineIsRefused() throws Exception {
        try (TestServer strict = TestServer.start(settings -> settings.bodyTimeout(Duration.ofMillis(300)));
                RawClient client = new RawClient(strict)) {
            client.send(head(" ".repeat(1000), "")).send("{");

            assertThat(client.answer())
                    .startsWith("HTTP/1.1 408 ")
                    .contains("request-timeout", "Cache-Control: no-store", "X-Request-Id: ");
            assertThat(client.isClosed()).isTrue();
        }
    }

    @Test
    void answers400WhenAFilterHasCalledGetReader() {
        try (TestServer filtered = TestServer.start(
                settings -> {},
                host -> filter(host, true, (request, response, chain) -> {
                    assertThat(request.getReader().ready()).isTrue();
                    chain.doFilter(request, response);
                }))) {
            Answer refused = filtered.call("POST", "/api/users")
                    .json(Bodies.user(Fixtures.uniqueEmail()))
                    .send();

            assertThat(refused.status()).isEqualTo(400);
            assertThat(refused.problem()).isEqualTo("malformed-request");
        }
    }

    @Test
    void aRequestWrappedByAFilterIsReadAsTheFilterAllows() {
        try (TestServer filtered = TestServer.start(
                settings -> {},
                host -> filter(
                        host,
                        true,
                        (request, response, chain) -> chain.doFilter(new CachedBodyRequest(request), response)))) {
            assertThat(filtered.call("POST", "/api/users")
                            .json(Bodies.user(Fixtures.uniqueEmail()))
                            .send()
                            .status())
                    .isEqualTo(201);
        }
    }

    @Test
    void aFilterThatForbidsToSuspendRequestsIsRefusedAtTheStart() {
        assertThatThrownBy(() -> TestServer.start(
                        settings -> {},
                        host -> filter(host, false, (request, response, chain) -> chain.doFilter(request, response))))
                .hasStackTraceContaining("every servlet filter must support asynchronous requests, got old without;"
                        + " call setAsyncSupported(true) on its holder");
    }

    private static void filter(JavalinConfig host, boolean async, Filter filter) {
        FilterHolder holder = new FilterHolder(filter);
        holder.setName("old");
        holder.setAsyncSupported(async);
        host.jetty.modifyServletContextHandler(
                context -> context.addFilter(holder, "/*", EnumSet.of(DispatcherType.REQUEST)));
    }

    /** Waits until the only request is suspended: it is active, and no thread works on it. */
    private static void awaitSuspended() {
        Await.until(() ->
                STATISTICS.get().getRequestsActive() == 1 && STATISTICS.get().getHandleActive() == 0);
    }
}
