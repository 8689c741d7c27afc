package io.accounts4j.http.javalin;

import static org.assertj.core.api.Assertions.assertThat;

import io.accounts4j.http.asset.Stylesheet;
import io.accounts4j.http.javalin.TestServer.Answer;
import io.accounts4j.http.route.Route;
import io.accounts4j.http.route.RouteKind;
import io.accounts4j.testkit.Fixtures;
import io.accounts4j.user.User;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The refusals of the guard before any handler, and their order. */
class GuardTest {

    @RegisterExtension
    static final TestServer server = TestServer.start();

    private static final User admin = server.administrator();

    @ParameterizedTest
    @CsvSource({
        "GET, X-HTTP-Method-Override, POST",
        "POST, X-HTTP-Method-Override, GET",
        "GET, X-HTTP-Method-Override, GET",
        "GET, X-HTTP-Method-Override, BREW",
        "GET, X-HTTP-Method, DELETE",
        "POST, X-Method-Override, PUT",
        "BREW, X-HTTP-Method-Override, GET"
    })
    void t05_d01_methodOverrideIsRefused(String method, String header, String value) {
        Answer answer = server.call(method, "/api/users")
                .as(admin)
                .header(header, value)
                .send();

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.problem()).isEqualTo("method-override");
    }

    @ParameterizedTest
    @CsvSource({
        "PUT, /api/users, 'GET, HEAD, POST'",
        "POST, /api/users/x, 'DELETE, GET, HEAD, PATCH, PUT'",
        "GET, /api/session/token, POST",
        "HEAD, /api/session/token, POST",
        "GET, /api/confirmation, 'POST, PUT'",
        "DELETE, /api/health/live, 'GET, HEAD'",
        "OPTIONS, /api/users, 'GET, HEAD, POST'",
        "TRACE, /api/users, 'GET, HEAD, POST'",
        "PROPFIND, /api/users, 'GET, HEAD, POST'",
        "get, /api/users, 'GET, HEAD, POST'",
        "PUT, /users/confirm, 'GET, HEAD, POST'"
    })
    void t08_anotherMethodIsRefusedWithThoseAllowed(String method, String path, String allowed) {
        Answer answer = server.call(method, path).as(admin).send();

        assertThat(answer.status()).isEqualTo(405);
        assertThat(answer.header("Allow")).isEqualTo(allowed);
    }

    @Test
    void t04_d14_headIsGuardedLikeGet() {
        for (String path : List.of("/api/users", "/api/users/" + admin.id(), "/api/session")) {
            Answer open = server.call("HEAD", path).as(admin).send();
            assertThat(server.call("HEAD", path).send().status()).as(path).isEqualTo(401);
            assertThat(open.status()).as(path).isEqualTo(200);
            assertThat(open.body()).isEmpty();
            assertThat(open.header("Content-Length"))
                    .isEqualTo(server.get(path).as(admin).send().header("Content-Length"));
        }
        assertThat(server.call("HEAD", "/api/users").as(server.user()).send().status())
                .isEqualTo(403);
    }

    @Test
    void t07_pathsThatOnlyBeginLikeOursAreTheHosts() {
        for (String path :
                List.of("/api", "/api/nothing", "/api/usersandmore", "/api/users/x/y", "/apiusers", "/users")) {
            Answer answer = server.get(path).send();
            assertThat(answer.status()).as(path).isEqualTo(404);
            assertThat(answer.header("X-Request-Id")).as(path).isEmpty();
        }
    }

    @Test
    void refusesInTheOrderOfTheContract() {
        String self = "/api/users/" + admin.id();
        byte[] junk = "junk".getBytes(java.nio.charset.StandardCharsets.UTF_8);

        assertThat(server.call("TRACE", "/api/users")
                        .header("X-HTTP-Method", "GET")
                        .send()
                        .status())
                .isEqualTo(400);
        assertThat(server.call("POST", self).send().status()).isEqualTo(405);
        assertThat(server.call("PUT", self)
                        .header("Origin", "https://evil.example")
                        .send()
                        .status())
                .isEqualTo(401);
        assertThat(server.call("PUT", self).as(server.user()).bytes(junk).send().status())
                .isEqualTo(403);
        assertThat(server.call("PUT", "/api/users/x")
                        .as(admin)
                        .bytes(junk)
                        .send()
                        .status())
                .isEqualTo(404);
        assertThat(server.call("PUT", self).as(admin).bytes(junk).send().status())
                .isEqualTo(415);
        assertThat(server.call("PUT", self).as(admin).json("junk").send().status())
                .isEqualTo(400);
        assertThat(server.call("PUT", self)
                        .as(admin)
                        .json("{\"user\":{\"name\":\"\"}}")
                        .send()
                        .status())
                .isEqualTo(422);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("io.accounts4j.http.javalin.TestServer#routes")
    void t17_everyAnswerCarriesTheHeaders(Route operation) {
        String path =
                operation.path("/api").replace("{id}", admin.id().toString()).replace("{file}", Stylesheet.FILE);
        for (String method : List.of(operation.method().name(), "TRACE")) {
            for (Answer answer : List.of(
                    server.call(method, path).send(),
                    server.call(method, path).as(admin).json("{\"x\":1}").send(),
                    server.call(method, path).header("X-HTTP-Method", "GET").send())) {
                assertHeaders(answer, operation.kind());
            }
        }
    }

    private static void assertHeaders(Answer answer, RouteKind surface) {
        boolean page = surface == RouteKind.PAGE;
        assertThat(answer.header("Cache-Control")).matches("no-store|public, max-age=31536000, immutable");
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.header("Content-Security-Policy"))
                .startsWith("default-src 'none'")
                .endsWith("frame-ancestors 'none'");
        assertThat(answer.header("Referrer-Policy")).isEqualTo(page ? "no-referrer" : "same-origin");
        assertThat(answer.header("Cross-Origin-Resource-Policy")).isEqualTo("same-origin");
        assertThat(answer.header("Cross-Origin-Opener-Policy")).isEqualTo(page ? "same-origin" : "");
        assertThat(answer.header("X-Request-Id")).isNotEmpty();
        if (!answer.body().isEmpty()) {
            assertThat(answer.header("Content-Type"))
                    .matches("application/(problem\\+)?json|text/(html|css); ?charset=utf-8");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"abc-123.X_y", "0123456789012345678901234567890123456789012345678901234567890123"})
    void echoesASaneRequestId(String id) {
        Answer answer = server.get("/api/session").header("X-Request-Id", id).send();

        assertThat(answer.header("X-Request-Id")).isEqualTo(id);
        assertThat(answer.json().path("request_id").asText()).isEqualTo(id);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "with space",
                "a;b",
                "<script>",
                "01234567890123456789012345678901234567890123456789012345678901234"
            })
    void replacesAnyOther(String id) {
        assertThat(server.get("/api/session").header("X-Request-Id", id).send().header("X-Request-Id"))
                .isNotEqualTo(id)
                .matches("[0-9a-f-]{36}");
    }

    @Test
    void d15_theHostHeaderDecidesNothing() throws Exception {
        String body = "{\"user\":{\"email\":\"%s\",\"name\":\"New User\",\"password\":\"%s\"}}"
                .formatted(Fixtures.uniqueEmail(), Fixtures.PASSWORD);
        String answer = server.raw("POST /api/users HTTP/1.1\r\nHost: evil.test\r\nContent-Type: application/json\r\n"
                + "Connection: close\r\nContent-Length: " + body.length() + "\r\n\r\n" + body);

        assertThat(answer)
                .startsWith("HTTP/1.1 201")
                .contains("Location: /api/users/")
                .doesNotContain("evil.test");
    }

    @Test
    void lineBreaksInWhatIsEchoedMakeNoHeader() throws Exception {
        String answer = server.raw("GET /api/users/%0d%0aX-Evil:%201 HTTP/1.1\r\nHost: h\r\n"
                + "X-Request-Id: a%0d%0aX-Evil: 1\r\nConnection: close\r\n\r\n");

        assertThat(answer.split("\r\n\r\n", 2)[0]).doesNotContain("X-Evil: 1");
    }

    @Test
    void hstsIsSentWhereTheClientSpokeTls() {
        try (TestServer proxied = TestServer.start(settings -> settings.trustedProxies("127.0.0.1"))) {
            assertThat(proxied.get("/api/health/live")
                            .header("X-Forwarded-Proto", "https")
                            .send()
                            .header("Strict-Transport-Security"))
                    .isEqualTo("max-age=31536000");
            assertThat(proxied.get("/api/health/live").send().header("Strict-Transport-Security"))
                    .isEmpty();
        }
        assertThat(server.get("/api/health/live")
                        .header("X-Forwarded-Proto", "https")
                        .send()
                        .header("Strict-Transport-Security"))
                .isEmpty();
    }

    @Test
    void theEventNamesWhoAskedAndFromWhere() {
        try (TestServer proxied = TestServer.start(settings -> settings.trustedProxies("127.0.0.0/8"))) {
            User user = proxied.user();
            Answer unused = proxied.call("POST", "/api/session")
                    .json(Bodies.credentials(user.email().address(), Fixtures.PASSWORD, ""))
                    .header("X-Forwarded-For", "6.6.6.6, 2001:db8:0::7")
                    .header("User-Agent", "Browser/1")
                    .header("X-Request-Id", "r-1")
                    .send();

            assertThat(Map.of("events", Events.of(proxied)).toString())
                    .contains("2001:db8:0:0:0:0:0:7", "Browser/1", "r-1")
                    .doesNotContain("6.6.6.6");
        }
    }
}
