package io.accounts4j.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.accounts4j.AccountsBuilder;
import io.accounts4j.http.TestServer.Answer;
import io.accounts4j.testkit.Fixtures;
import io.accounts4j.testkit.RecordingMailer;
import io.accounts4j.token.RawToken;
import io.accounts4j.user.User;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Confirming an address, by JSON and by the page behind the mailed link. */
class ConfirmationTest {

    private static final String COOKIE = "__Host-accounts_token";

    private static TestServer server;

    @BeforeAll
    static void start() {
        server = TestServer.start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void confirmsByTokenAndPassword() {
        User user = server.kit.fixtures().user();
        String token = mailed(user);
        Answer wrong = put(token, ",\"password\":\"Wrong password 1\"");
        Answer right = put(token, ",\"password\":\"" + Fixtures.PASSWORD + "\"");
        Answer again = put(token, ",\"password\":\"" + Fixtures.PASSWORD + "\"");

        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.error("password")).isEqualTo("is not valid");
        assertThat(right.status()).isEqualTo(200);
        assertThat(right.json().path("data").path("confirmed_at").asText()).endsWith("Z");
        assertThat(again.status()).isEqualTo(422);
        assertThat(again.error("token")).isEqualTo("is invalid or has expired");
        assertThat(again.json().path("violations").path(0).path("pointer").asText())
                .isEqualTo("#/token");
    }

    @Test
    void aSessionOfThatUserStandsForThePassword() {
        User user = server.kit.fixtures().user();
        String token = mailed(user);
        Answer foreign = server.call("PUT", "/api/confirmation")
                .as(server.user())
                .json("{\"token\":\"" + token + "\"}")
                .send();
        Answer own = server.call("PUT", "/api/confirmation")
                .as(user)
                .json("{\"token\":\"" + token + "\"}")
                .send();

        assertThat(foreign.status()).isEqualTo(422);
        assertThat(own.status()).isEqualTo(200);
    }

    @Test
    void theTokenAloneIsEnoughWhereTheHostSaysSo() {
        try (TestServer lenient = TestServer.with(AccountsBuilder::lenientConfirmation)) {
            User user = lenient.kit.fixtures().user();
            lenient.kit.drainJobs();
            String token = RecordingMailer.tokenIn(lenient.kit.mailer().last()).reveal();

            assertThat(lenient.call("PUT", "/api/confirmation")
                            .json("{\"token\":\"" + token + "\"}")
                            .send()
                            .json()
                            .path("data")
                            .path("id")
                            .asText())
                    .isEqualTo(user.id().toString());
        }
    }

    @Test
    void askingForTheMailIsAnsweredAlikeForEverybody() {
        User waiting = server.kit.fixtures().user();
        for (String email :
                List.of(waiting.email().address(), server.user().email().address(), "nobody@example.com", "x")) {
            Answer answer = server.call("POST", "/api/confirmation")
                    .json("{\"email\":\"" + email + "\"}")
                    .send();
            assertThat(answer.status()).as(email).isEqualTo(202);
            assertThat(answer.body()).isEmpty();
        }
        server.kit.mailer().clear();
        server.kit.drainJobs();
        assertThat(server.kit.mailer().lastTo(waiting.email())).isPresent();
        assertThat(server.call("POST", "/api/confirmation").json("{}").send().error("email"))
                .isEqualTo("can't be blank");
    }

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
        assertThat(server.kit.accounts().userById(user.id()).orElseThrow().isConfirmed())
                .isFalse();
    }

    @Test
    void theFormConfirmsAndTheCookieGoes() {
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
        assertThat(done.status()).isEqualTo(200);
        assertThat(done.body()).contains("Your address is confirmed", "role=\"status\"");
        assertThat(done.setCookie()).startsWith(COOKIE + "=;").contains("Max-Age=0");
        assertThat(server.kit.accounts().userById(user.id()).orElseThrow().isConfirmed())
                .isTrue();
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
        assertThat(server.kit.accounts().userById(user.id()).orElseThrow().isConfirmed())
                .isFalse();
    }

    @Test
    void thePageLoadsNothingButItsOwnSheet() {
        Answer page = server.get("/users/confirm").send();
        Answer sheet = server.get("/users/assets/" + Stylesheet.FILE).send();

        assertThat(page.header("Content-Security-Policy"))
                .isEqualTo(
                        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self';"
                                + " form-action 'self'; base-uri 'none'; frame-ancestors 'none'");
        assertThat(page.body()).contains("<link rel=\"stylesheet\" href=\"/users/assets/" + Stylesheet.FILE + "\">");
        assertThat(sheet.header("Content-Type")).isEqualTo("text/css; charset=utf-8");
        assertThat(sheet.header("Cache-Control")).isEqualTo("public, max-age=31536000, immutable");
        assertThat(sheet.body()).contains("prefers-color-scheme: dark", ".btn-primary");
        assertThat(server.get("/users/assets/accounts-0.css").send().status()).isEqualTo(404);
        assertThat(server.get("/users/assets/..%2f..%2fmodule-info.class")
                        .send()
                        .status())
                .isIn(400, 404);
    }

    @Test
    void aHostMayBringItsOwnPages() {
        AccountPages own = new AccountPages() {
            @Override
            public String confirmation(ConfirmationForm form) {
                return "own form to " + form.action();
            }

            @Override
            public String message(PageMessage message) {
                return "own " + message.kind();
            }
        };
        try (TestServer branded = TestServer.start(settings -> settings.pages(own))) {
            assertThat(branded.get("/users/confirm").send().body()).isEqualTo("own ERROR");
            assertThat(branded.get("/users/confirm")
                            .header("Cookie", COOKIE + "=" + RawToken.random().reveal())
                            .send()
                            .body())
                    .isEqualTo("own form to /users/confirm");
        }
    }

    @Test
    void textOnPagesIsNeverMarkup() {
        String html = AccountPages.standard()
                .message(new PageMessage("<b>", "\"><img src=x onerror=1>", PageMessage.Kind.ERROR, "/a.css"));

        assertThat(html).doesNotContain("<b>", "<img").contains("&lt;b&gt;");
    }

    private static String mailed(User user) {
        server.kit.drainJobs();
        return RecordingMailer.tokenIn(server.kit.mailer().lastTo(user.email()).orElseThrow())
                .reveal();
    }

    private static Answer put(String token, String more) {
        return server.call("PUT", "/api/confirmation")
                .json("{\"token\":\"" + token + "\"" + more + "}")
                .send();
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
