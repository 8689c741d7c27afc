package io.accounts4j.http.javalin;

import static org.assertj.core.api.Assertions.assertThat;

import io.accounts4j.http.javalin.TestServer.Answer;
import io.accounts4j.testkit.Fixtures;
import io.accounts4j.token.SessionToken;
import io.accounts4j.user.User;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Signing in and out over HTTP. */
class SessionRoutesTest {

    @RegisterExtension
    static final TestServer server = TestServer.start();

    @Test
    void d10_theSessionCookieIsHostBoundSecureAndHttpOnly() {
        Answer answer = signIn(server.user(), "");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.setCookie())
                .matches("__Host-accounts_session=[A-Za-z0-9_-]{43}; Path=/; HttpOnly; SameSite=Lax; Secure");
        assertThat(answer.body()).doesNotContain(token(answer).reveal());
        assertThat(answer.json().path("data").path("session").fieldNames())
                .toIterable()
                .containsExactly("id", "created_at", "expires_at");
    }

    @Test
    void staysBeyondTheBrowserOnlyWhenAskedTo() {
        User user = server.user();

        assertThat(signIn(user, ",\"remember_me\":true").setCookie())
                .endsWith("; Max-Age=" + Duration.ofDays(14).toSeconds());
        assertThat(signIn(user, ",\"remember_me\":false").setCookie()).doesNotContain("Max-Age");
        assertThat(signIn(user, ",\"remember_me\":\"true\"").error("remember_me"))
                .isEqualTo("is invalid");
    }

    @Test
    void showsWhoIsSignedIn() {
        User user = server.user();
        SessionToken token = token(signIn(user, ""));

        Answer answer = server.get("/api/session").cookie(token).send();
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().path("data").path("user").path("id").asText())
                .isEqualTo(user.id().toString());
    }

    @Test
    void aFailedSignInIsTheSameForEveryReason() {
        User user = server.user();
        Answer unknown = signIn("nobody@example.com", Fixtures.PASSWORD);
        for (Answer answer : List.of(
                unknown,
                signIn(user.email().address(), "Wrong password 1"),
                signIn(user.email().address(), "x".repeat(100)),
                signIn("no address", Fixtures.PASSWORD))) {
            assertThat(answer.status()).isEqualTo(401);
            assertThat(answer.header("WWW-Authenticate")).startsWith("Bearer");
            assertThat(answer.json().path("errors").path("detail").asText()).isEqualTo("Invalid email or password");
            assertThat(answer.setCookie()).isEmpty();
            assertThat(withoutId(answer)).isEqualTo(withoutId(unknown));
        }
    }

    @Test
    void signInNeedsBothFields() {
        Answer answer =
                server.call("POST", "/api/session").json("{\"session\":{}}").send();

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.error("email")).isEqualTo("can't be blank");
        assertThat(answer.error("password")).isEqualTo("can't be blank");
    }

    @Test
    void aNewSignInEndsTheSessionItReplaces() {
        User user = server.user();
        SessionToken first = token(signIn(user, ""));
        Answer second = server.call("POST", "/api/session")
                .cookie(first)
                .json(Bodies.credentials(user.email().address(), Fixtures.PASSWORD, ""))
                .send();

        assertThat(server.get("/api/session").cookie(first).send().status()).isEqualTo(401);
        assertThat(server.get("/api/session").cookie(token(second)).send().status())
                .isEqualTo(200);
    }

    @Test
    void signsInForATokenWithoutACookie() {
        User user = server.user();
        Answer answer = server.call("POST", "/api/session/token")
                .json(Bodies.credentials(user.email().address(), Fixtures.PASSWORD, ""))
                .send();
        String token = answer.json().path("data").path("token").asText();

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.setCookie()).isEmpty();
        assertThat(answer.json().path("data").path("expires_at").asText()).endsWith("Z");
        assertThat(server.get("/api/session").bearer(token).send().status()).isEqualTo(200);
        assertThat(server.call("DELETE", "/api/session").bearer(token).send().setCookie())
                .isEmpty();
        assertThat(server.get("/api/session").bearer(token).send().status()).isEqualTo(401);
    }

    @Test
    void aBearerMakesCookiesCountForNothing() {
        SessionToken good = server.session(server.user());
        Answer answer =
                server.get("/api/session").cookie(good).bearer("worthless").send();

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer realm=\"accounts\", error=\"invalid_token\"");
    }

    @ParameterizedTest
    @CsvSource({"?access_token=", "?token=", "?session="})
    void aTokenInTheAddressOpensNothing(String parameter) {
        SessionToken good = server.session(server.user());

        assertThat(server.get("/api/session" + parameter + good.reveal()).send().status())
                .isEqualTo(401);
    }

    @Test
    void aCookieSentTwiceCountsForNothing() {
        String good = TestServer.COOKIE + "=" + server.session(server.user()).reveal();
        String planted = TestServer.COOKIE + "=" + server.session(server.user()).reveal();

        assertThat(server.get("/api/session")
                        .header("Cookie", planted + "; " + good)
                        .send()
                        .status())
                .isEqualTo(401);
    }

    @Test
    void aSessionEndsWithItsTime() {
        try (TestServer old = TestServer.start()) {
            SessionToken token = old.session(old.user());
            old.kit.clock().advance(Duration.ofDays(14).minusMillis(1));
            assertThat(old.get("/api/session").cookie(token).send().status()).isEqualTo(200);
            old.kit.clock().advance(Duration.ofMillis(1));
            assertThat(old.get("/api/session").cookie(token).send().status()).isEqualTo(401);
        }
    }

    @Test
    void twoSignInsAtOnceBothSucceed() throws Exception {
        User user = server.user();
        ExecutorService pool = Executors.newFixedThreadPool(2);
        try {
            Callable<Answer> attempt = () -> signIn(user, "");
            List<Future<Answer>> answers = pool.invokeAll(List.of(attempt, attempt));
            SessionToken first = token(answers.get(0).get());
            SessionToken second = token(answers.get(1).get());

            assertThat(first.hash()).isNotEqualTo(second.hash());
            for (SessionToken token : List.of(first, second)) {
                assertThat(server.get("/api/session").cookie(token).send().status())
                        .isEqualTo(200);
            }
        } finally {
            pool.shutdownNow();
        }
    }

    private static Answer signIn(User user, String more) {
        return server.call("POST", "/api/session")
                .json(Bodies.credentials(user.email().address(), Fixtures.PASSWORD, more))
                .send();
    }

    private static Answer signIn(String email, String password) {
        return server.call("POST", "/api/session")
                .json(Bodies.credentials(email, password, ""))
                .send();
    }

    private static SessionToken token(Answer answer) {
        String cookie = answer.setCookie();
        return SessionToken.parse(cookie.substring(cookie.indexOf('=') + 1, cookie.indexOf(';')))
                .orElseThrow();
    }

    private static String withoutId(Answer answer) {
        return answer.body().replaceAll("\"request_id\":\"[^\"]*\"", "");
    }
}
