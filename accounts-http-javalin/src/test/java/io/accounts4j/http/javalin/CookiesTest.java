package io.accounts4j.http.javalin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.accounts4j.http.javalin.TestServer.Answer;
import io.accounts4j.testkit.Fixtures;
import io.accounts4j.testkit.TestAccounts;
import io.accounts4j.user.User;
import io.javalin.Javalin;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Our cookies beside the host's, and those for development. */
class CookiesTest {

    @RegisterExtension
    static final TestServer server = TestServer.start();

    @Test
    void insecureCookiesHaveNeitherPrefixNorSecure() {
        try (TestServer local = TestServer.start(settings -> settings.insecureCookies(true))) {
            User user = local.user();
            Answer answer = local.call("POST", "/api/session")
                    .json(Bodies.credentials(user.email().address(), Fixtures.PASSWORD, ""))
                    .send();

            assertThat(answer.setCookie())
                    .matches("accounts_session=[A-Za-z0-9_-]{43}; Path=/; HttpOnly; SameSite=Lax");
        }
    }

    @Test
    void insecureCookiesRefuseToBeServedToANetwork() {
        TestAccounts kit = TestAccounts.create();
        Javalin app = Javalin.create(config -> config.registerPlugin(new AccountsPlugin(
                kit.accounts(),
                settings -> settings.publicUrl(URI.create(TestServer.ORIGIN)).insecureCookies(true))));

        assertThatThrownBy(() -> app.start("0.0.0.0", 0))
                .hasStackTraceContaining("insecureCookies(true) is for development");
        app.stop();
    }

    @Test
    void t02_noOtherCookieOfTheHostIsTouched() {
        try (TestServer beside = TestServer.start(
                settings -> {},
                host -> host.routes.before(ctx -> ctx.res().addHeader("Set-Cookie", "theirs=1; Path=/shop")))) {
            User user = beside.user();
            Answer answer = beside.call("POST", "/api/session")
                    .json(Bodies.credentials(user.email().address(), Fixtures.PASSWORD, ""))
                    .send();

            assertThat(answer.http().headers().allValues("Set-Cookie"))
                    .hasSize(2)
                    .contains("theirs=1; Path=/shop");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a=\"b",
                "a=\"b; c=d\"",
                "a=b\"c",
                "=nameless",
                "valueless",
                ";;",
                "a b=c",
                "a=b,c",
                "a=b c",
                "a=\\",
                "a={\"x\":1,\"y\":[2]}",
                "$Version=1",
                "$Path=\"/\"",
                "a=\u00e9",
                "\u00e9=a",
                "a=%zz",
                "a@b=c",
                "__Secure-x=\"",
                "__Host-accounts_sessionx=y",
                "a=__Host-accounts_session=z",
                "a=b=c==",
                "a=\t"
            })
    void aForeignCookieNeverHidesOurs(String foreign) throws Exception {
        String session = TestServer.COOKIE + "=" + server.session(server.user()).reveal();
        for (String line : List.of(foreign + "; " + session, session + "; " + foreign, session + ";" + foreign)) {
            assertThat(server.raw("GET /api/session HTTP/1.1\r\nHost: h\r\nConnection: close\r\nCookie: " + line
                            + "\r\n\r\n"))
                    .as(line)
                    .startsWith("HTTP/1.1 200 ");
        }
        assertThat(server.raw("GET /api/session HTTP/1.1\r\nHost: h\r\nConnection: close\r\nCookie: " + foreign
                        + "\r\nCookie: " + session + "\r\n\r\n"))
                .as("in lines of their own")
                .startsWith("HTTP/1.1 200 ");
    }

    @Test
    void aPlantedCookieOfOurNameCountsForNothing() throws Exception {
        String session = TestServer.COOKIE + "=" + server.session(server.user()).reveal();

        assertThat(server.get("/api/session")
                        .header("Cookie", session + "; " + TestServer.COOKIE + "=planted")
                        .send()
                        .status())
                .isEqualTo(401);
    }
}
