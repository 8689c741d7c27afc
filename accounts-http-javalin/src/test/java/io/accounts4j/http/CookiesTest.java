package io.accounts4j.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.accounts4j.http.TestServer.Answer;
import io.accounts4j.testkit.Fixtures;
import io.accounts4j.testkit.TestAccounts;
import io.accounts4j.user.User;
import io.javalin.Javalin;
import java.net.URI;
import org.junit.jupiter.api.Test;

/** Our cookies beside the host's, and those for development. */
class CookiesTest {

    @Test
    void insecureCookiesHaveNeitherPrefixNorSecure() {
        try (TestServer local = TestServer.start(settings -> settings.insecureCookies(true))) {
            User user = local.user();
            Answer answer = local.call("POST", "/api/session")
                    .json(SessionRoutesTest.credentials(user.email().address(), Fixtures.PASSWORD, ""))
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
                    .json(SessionRoutesTest.credentials(user.email().address(), Fixtures.PASSWORD, ""))
                    .send();

            assertThat(answer.http().headers().allValues("Set-Cookie"))
                    .hasSize(2)
                    .contains("theirs=1; Path=/shop");
        }
    }
}
