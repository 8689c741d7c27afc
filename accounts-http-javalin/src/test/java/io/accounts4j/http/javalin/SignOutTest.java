package io.accounts4j.http.javalin;

import static org.assertj.core.api.Assertions.assertThat;

import io.accounts4j.http.javalin.TestServer.Answer;
import io.accounts4j.token.SessionToken;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Signing out, once and again. */
class SignOutTest {

    @RegisterExtension
    static final TestServer server = TestServer.start();

    @Test
    void t01_signingOutReallyRemovesTheCookie() {
        SessionToken token = server.session(server.user());
        Answer answer = server.call("DELETE", "/api/session").cookie(token).send();

        assertThat(answer.status()).isEqualTo(204);
        assertThat(answer.setCookie())
                .startsWith("__Host-accounts_session=; Path=/; HttpOnly; SameSite=Lax; Secure; Max-Age=0");
        assertThat(answer.header("Clear-Site-Data")).isEmpty();
        assertThat(server.get("/api/session").cookie(token).send().status()).isEqualTo(401);
    }

    @Test
    void signingOutTwiceIsSigningOut() {
        SessionToken token = server.session(server.user());
        for (int i = 0; i < 2; i++) {
            Answer answer = server.call("DELETE", "/api/session").cookie(token).send();
            assertThat(answer.status()).isEqualTo(204);
            assertThat(answer.setCookie())
                    .startsWith("__Host-accounts_session=;")
                    .contains("Max-Age=0", "Secure");
        }
        SessionToken bearer = server.session(server.user());
        for (int i = 0; i < 2; i++) {
            Answer answer = server.call("DELETE", "/api/session")
                    .bearer(bearer.reveal())
                    .send();
            assertThat(answer.status()).isEqualTo(204);
            assertThat(answer.setCookie()).isEmpty();
        }
        assertThat(server.call("DELETE", "/api/session").send().status()).isEqualTo(204);
    }

    @Test
    void aHostMayHaveTheBrowserClearItsData() {
        try (TestServer clearing = TestServer.start(settings -> settings.clearSiteData("storage", "cookies"))) {
            assertThat(clearing.call("DELETE", "/api/session").send().header("Clear-Site-Data"))
                    .isEqualTo("\"storage\", \"cookies\"");
        }
    }
}
