package io.accounts4j.http.javalin;

import static org.assertj.core.api.Assertions.assertThat;

import io.accounts4j.http.javalin.TestServer.Answer;
import io.accounts4j.testkit.Fixtures;
import io.accounts4j.token.SessionToken;
import io.accounts4j.user.User;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Requests from other sites, with and without CORS. */
class CrossSiteTest {

    private static final String FRIEND = "https://friend.example";

    @RegisterExtension
    static final TestServer server = TestServer.start();

    @RegisterExtension
    static final TestServer open = TestServer.start(settings -> settings.allowedOrigins(FRIEND));

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "https://app.example.org, -,           201",
                "https://app.example.org, cross-site,  201",
                "https://evil.example,    -,           403",
                "https://evil.example,    cross-site,  403",
                "https://evil.example,    same-origin, 201",
                "null,                    -,           403",
                "null,                    same-origin, 201",
                "null,                    cross-site,  403",
                "-,                       same-origin, 201",
                "-,                       none,        201",
                "-,                       same-site,   403",
                "-,                       cross-site,  403",
                "-,                       -,           201",
                "http://app.example.org,  -,           403",
                "https://app.example.org.evil.example, -, 403",
                "https://APP.example.org, -,           403"
            })
    void originThenFetchMetadataDecide(String origin, String site, int status) {
        String email = Fixtures.uniqueEmail();
        TestServer.Call call = server.call("POST", "/api/users")
                .json("{\"user\":{\"email\":\"%s\",\"name\":\"New User\",\"password\":\"%s\"}}"
                        .formatted(email, Fixtures.PASSWORD));
        if (origin != null) {
            call.header("Origin", origin);
        }
        if (site != null) {
            call.header("Sec-Fetch-Site", site);
        }
        assertThat(call.send().status()).isEqualTo(status);
        assertThat(server.kit.accounts().users().findByEmail(email).isPresent()).isEqualTo(status == 201);
    }

    @Test
    void theHostHeaderIsNoProofOfTheOrigin() throws Exception {
        String answer =
                server.raw("DELETE /api/session HTTP/1.1\r\nHost: evil.example\r\nOrigin: http://evil.example\r\n"
                        + "Cookie: " + TestServer.COOKIE + "="
                        + server.session(server.user()).reveal()
                        + "\r\nConnection: close\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 403");
    }

    @Test
    void whatComesFromNoBrowserPassesUnlessItLooksLikeAForm() {
        SessionToken session = server.session(server.user());
        byte[] body = "a=b".getBytes(StandardCharsets.UTF_8);

        for (String form : List.of("application/x-www-form-urlencoded", "multipart/form-data; boundary=x")) {
            assertThat(server.call("POST", "/api/session")
                            .body(form, body)
                            .send()
                            .status())
                    .isEqualTo(403);
        }
        assertThat(server.call("POST", "/api/session")
                        .cookie(session)
                        .body("text/plain", body)
                        .send()
                        .status())
                .isEqualTo(403);
        assertThat(server.call("POST", "/api/session").cookie(session).send().status())
                .isEqualTo(403);
        assertThat(server.call("POST", "/api/session")
                        .body("text/plain", body)
                        .send()
                        .status())
                .isEqualTo(415);
        assertThat(server.call("DELETE", "/api/session").cookie(session).send().status())
                .isEqualTo(204);
    }

    @Test
    void aRefusedRequestDoesNothing() {
        SessionToken session = server.session(server.user());
        Answer answer = server.call("DELETE", "/api/session")
                .cookie(session)
                .header("Sec-Fetch-Site", "cross-site")
                .send();

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.problem()).isEqualTo("cross-site");
        assertThat(answer.setCookie()).isEmpty();
        assertThat(server.get("/api/session").cookie(session).send().status()).isEqualTo(200);
    }

    @Test
    void t14_aForeignOriginIsRefusedOnReadsToo() {
        User admin = server.administrator();

        assertThat(server.get("/api/users")
                        .as(admin)
                        .header("Origin", "https://evil.example")
                        .send()
                        .status())
                .isEqualTo(403);
        assertThat(open.get("/api/users")
                        .as(open.administrator())
                        .header("Origin", "https://evil.example")
                        .send()
                        .status())
                .isEqualTo(403);
    }

    @Test
    void withoutCorsNoOriginMayRead() {
        Answer answer =
                server.get("/api/session").header("Origin", TestServer.ORIGIN).send();

        assertThat(answer.header("Access-Control-Allow-Origin")).isEmpty();
        assertThat(answer.header("Vary")).doesNotContain("Origin");
        assertThat(server.call("OPTIONS", "/api/users")
                        .header("Origin", FRIEND)
                        .header("Access-Control-Request-Method", "POST")
                        .send()
                        .status())
                .isEqualTo(405);
    }

    @Test
    void anAllowedOriginUsesBearersAndNeverCookies() {
        User user = open.user();
        SessionToken session = open.session(user);
        Answer bearer = open.get("/api/session")
                .bearer(session.reveal())
                .header("Origin", FRIEND)
                .send();

        assertThat(bearer.status()).isEqualTo(200);
        assertThat(bearer.header("Access-Control-Allow-Origin")).isEqualTo(FRIEND);
        assertThat(bearer.header("Access-Control-Allow-Credentials")).isEmpty();
        assertThat(bearer.header("Access-Control-Expose-Headers")).contains("ETag", "Link", "Location");
        assertThat(bearer.header("Vary")).isEqualTo("Origin");
        assertThat(open.get("/api/session")
                        .cookie(session)
                        .header("Origin", FRIEND)
                        .send()
                        .status())
                .isEqualTo(401);
        assertThat(open.call("DELETE", "/api/session")
                        .bearer(session.reveal())
                        .header("Origin", FRIEND)
                        .send()
                        .status())
                .isEqualTo(204);
    }

    @Test
    void preflightsAreAnsweredForAllowedOriginsOnly() {
        Answer allowed = preflight(FRIEND);
        Answer refused = preflight("https://evil.example");

        assertThat(allowed.status()).isEqualTo(204);
        assertThat(allowed.header("Access-Control-Allow-Origin")).isEqualTo(FRIEND);
        assertThat(allowed.header("Access-Control-Allow-Methods")).isEqualTo("GET, HEAD, POST");
        assertThat(allowed.header("Access-Control-Allow-Headers")).contains("Authorization", "Content-Type");
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.header("Access-Control-Allow-Origin")).isEmpty();
        assertThat(open.call("OPTIONS", "/api/users").send().status()).isEqualTo(405);
    }

    private static Answer preflight(String origin) {
        return open.call("OPTIONS", "/api/users")
                .header("Origin", origin)
                .header("Access-Control-Request-Method", "POST")
                .send();
    }
}
