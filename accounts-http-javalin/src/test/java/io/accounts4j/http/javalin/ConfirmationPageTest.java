package io.accounts4j.http.javalin;

import static org.assertj.core.api.Assertions.assertThat;

import io.accounts4j.http.javalin.TestServer.Answer;
import io.accounts4j.testkit.Fixtures;
import io.accounts4j.testkit.RecordingMailer;
import io.accounts4j.token.RawToken;
import io.accounts4j.token.SessionToken;
import io.accounts4j.user.User;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The page behind the mailed link. */
class ConfirmationPageTest {

    private static final String COOKIE = "__Host-accounts_confirm";

    @RegisterExtension
    static final TestServer server = TestServer.start();

    @Test
    void openingTheLinkMovesTheTokenIntoACookieAndChangesNothing() {
        User user = server.kit.fixtures().user();
        String token = mailed(user);
        for (String method : List.of("HEAD", "GET")) {
            Answer answer = server.call(method, "/users/confirm?token=" + token).send();
            assertThat(answer.status()).isEqualTo(303);
            assertThat(answer.header("Location")).isEqualTo("/users/confirm");
            assertThat(answer.header("Referrer-Policy")).isEqualTo("no-referrer");
            assertThat(answer.setCookie())
                    .isEqualTo(COOKIE + "=" + token + "; Path=/; HttpOnly; SameSite=Lax; Secure; Max-Age=600");
        }
        assertThat(server.kit.accounts().users().find(user.id()).orElseThrow().isConfirmed())
                .isFalse();
    }

    @Test
    void theFormConfirmsSignsInAndLeadsOn() {
        User user = server.kit.fixtures().user();
        String token = mailed(user);
        Answer page = server.get("/users/confirm")
                .header("Cookie", COOKIE + "=" + token)
                .send();
        Answer wrong = submit(token, "password=Wrong+password+1");
        Answer done = submit(token, "password=Password123%21");

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body())
                .contains("<form method=\"post\" action=\"/users/confirm\">", "type=\"password\"", "required")
                .doesNotContain("<script", "style=", token);
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.body()).contains("is not valid", "aria-invalid=\"true\"", "role=\"alert\"");
        assertThat(wrong.setCookie()).isEmpty();
        assertThat(done.status()).isEqualTo(303);
        assertThat(done.header("Location")).isEqualTo("/");
        assertThat(done.http().headers().allValues("Set-Cookie"))
                .anyMatch(line -> line.startsWith(COOKIE + "=;") && line.contains("Max-Age=0"));
        assertThat(signedIn(done)).isEqualTo(user.id().toString());
        assertThat(server.kit.accounts().users().find(user.id()).orElseThrow().isConfirmed())
                .isTrue();
    }

    @Test
    void aSessionOfThatUserStays() {
        User user = server.kit.fixtures().user();
        SessionToken session = server.session(user);
        Answer done = server.call("POST", "/users/confirm")
                .header("Cookie", COOKIE + "=" + mailed(user) + "; " + TestServer.COOKIE + "=" + session.reveal())
                .header("Sec-Fetch-Site", "same-origin")
                .form("password=")
                .send();

        assertThat(done.status()).isEqualTo(303);
        assertThat(done.http().headers().allValues("Set-Cookie")).noneMatch(line -> line.startsWith(TestServer.COOKIE));
        assertThat(server.get("/api/session").cookie(session).send().status()).isEqualTo(200);
    }

    @Test
    void aSessionOfSomebodyElseIsReplaced() {
        User user = server.kit.fixtures().user();
        SessionToken other = server.session(server.user());
        Answer done = server.call("POST", "/users/confirm")
                .header("Cookie", COOKIE + "=" + mailed(user) + "; " + TestServer.COOKIE + "=" + other.reveal())
                .header("Sec-Fetch-Site", "same-origin")
                .form("password=Password123%21")
                .send();

        assertThat(signedIn(done)).isEqualTo(user.id().toString());
        assertThat(server.get("/api/session").cookie(other).send().status()).isEqualTo(401);
    }

    @Test
    void whoIsConfirmedAlreadyIsToldSo() {
        User user = server.kit.fixtures().user();
        String token = mailed(user);
        assertThat(submit(token, "password=Password123%21").status()).isEqualTo(303);
        Answer again = opened(token);
        Answer twice = submit(token, "password=Password123%21");
        Answer owner = server.get("/users/confirm").cookie(server.session(user)).send();

        for (Answer page : List.of(again, twice, owner)) {
            assertThat(page.status()).isEqualTo(200);
            assertThat(page.body())
                    .contains("Your address is confirmed already", "href=\"/\"")
                    .doesNotContain("<form");
        }
        assertThat(again.setCookie()).startsWith(COOKIE + "=;");
    }

    @Test
    void aLinkThatNobodySentIsJudgedWhenOpened() {
        Answer page = opened(RawToken.random().reveal());

        assertThat(page.body()).contains("This link does not work").doesNotContain("<form");
        assertThat(page.setCookie()).startsWith(COOKIE + "=;").contains("Max-Age=0");
    }

    @Test
    void aHostSaysWhereConfirmingLeads() {
        try (TestServer shop = TestServer.start(settings -> settings.afterConfirmation("/welcome?new=1"))) {
            User user = shop.kit.fixtures().user();
            shop.kit.drainJobs();
            String token = RecordingMailer.tokenIn(
                            shop.kit.mailer().lastTo(user.email()).orElseThrow())
                    .reveal();
            assertThat(shop.call("POST", "/users/confirm")
                            .header("Cookie", COOKIE + "=" + token)
                            .header("Sec-Fetch-Site", "same-origin")
                            .form("password=Password123%21")
                            .send()
                            .header("Location"))
                    .isEqualTo("/welcome?new=1");
        }
    }

    @Test
    void aDeadLinkSaysSo() {
        Answer bad = server.get("/users/confirm?token=%3Cscript%3E").send();
        Answer page = server.get("/users/confirm").send();
        Answer submitted = submit(RawToken.random().reveal(), "password=x");

        assertThat(bad.status()).isEqualTo(303);
        assertThat(bad.setCookie()).startsWith(COOKIE + "=;").contains("Max-Age=0");
        assertThat(page.body()).contains("This link does not work").doesNotContain("<form");
        assertThat(submitted.status()).isEqualTo(422);
        assertThat(submitted.body()).contains("This link does not work");
        assertThat(submitted.setCookie()).contains("Max-Age=0");
    }

    @Test
    void theFormOfAnotherSiteDoesNothing() {
        User user = server.kit.fixtures().user();
        String token = mailed(user);
        Answer answer = server.call("POST", "/users/confirm")
                .header("Cookie", COOKIE + "=" + token)
                .header("Sec-Fetch-Site", "cross-site")
                .form("password=" + Fixtures.PASSWORD)
                .send();

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.header("Content-Type")).startsWith("text/html");
        assertThat(server.kit.accounts().users().find(user.id()).orElseThrow().isConfirmed())
                .isFalse();
    }

    private static String mailed(User user) {
        server.kit.drainJobs();
        return RecordingMailer.tokenIn(server.kit.mailer().lastTo(user.email()).orElseThrow())
                .reveal();
    }

    private static Answer opened(String token) {
        return server.get("/users/confirm")
                .header("Cookie", COOKIE + "=" + token)
                .send();
    }

    /** The id of the user whose session cookie {@code answer} sets. */
    private static String signedIn(Answer answer) {
        String cookie = answer.http().headers().allValues("Set-Cookie").stream()
                .filter(line -> line.startsWith(TestServer.COOKIE + "="))
                .findFirst()
                .orElseThrow();
        return server.get("/api/session")
                .header("Cookie", cookie.split(";", 2)[0])
                .send()
                .json()
                .at("/data/user/id")
                .asText();
    }

    private static Answer submit(String token, String form) {
        return server.call("POST", "/users/confirm")
                .header("Cookie", COOKIE + "=" + token)
                .header("Origin", "null")
                .header("Sec-Fetch-Site", "same-origin")
                .form(form)
                .send();
    }
}
