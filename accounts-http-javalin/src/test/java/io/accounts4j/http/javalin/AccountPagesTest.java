package io.accounts4j.http.javalin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.accounts4j.http.asset.Stylesheet;
import io.accounts4j.http.javalin.TestServer.Answer;
import io.accounts4j.http.page.AccountPage;
import io.accounts4j.http.page.AccountPages;
import io.accounts4j.http.page.ConfirmationForm;
import io.accounts4j.http.page.PageMessage;
import io.accounts4j.testkit.RecordingMailer;
import io.accounts4j.user.User;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** How pages look and what they load. */
class AccountPagesTest {

    @RegisterExtension
    static final TestServer server = TestServer.start();

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
        AccountPages own = page -> page instanceof PageMessage message
                ? "own " + message.kind()
                : "own form to " + ((ConfirmationForm) page).action();
        try (TestServer branded = TestServer.start(settings -> settings.pages(own))) {
            assertThat(branded.get("/users/confirm").send().body()).isEqualTo("own ERROR");
            User user = branded.kit.fixtures().user();
            branded.kit.drainJobs();
            String token = RecordingMailer.tokenIn(
                            branded.kit.mailer().lastTo(user.email()).orElseThrow())
                    .reveal();
            assertThat(branded.get("/users/confirm")
                            .header("Cookie", "__Host-accounts_confirm=" + token)
                            .send()
                            .body())
                    .isEqualTo("own form to /users/confirm");
        }
    }

    @Test
    void thePageIsReachableWithAnEmptyBasePath() {
        try (TestServer root = TestServer.start(settings -> settings.basePath(""))) {
            assertThat(root.get("/users/confirm").send().body()).startsWith("<!DOCTYPE html>");
            assertThat(root.get("/users/x").send().status()).isEqualTo(401);
        }
    }

    @Test
    void textOnPagesIsNeverMarkup() {
        String html = AccountPages.standard()
                .render(new PageMessage(
                        "<b>", "\"><img src=x onerror=1>", PageMessage.Kind.ERROR, Optional.of("\"><i>"), "/a.css"));

        assertThat(html).doesNotContain("<b>", "<img", "<i>").contains("&lt;b&gt;");
    }

    @Test
    void aRendererHandsOnAPageItDoesNotKnow() {
        AccountPages own = page ->
                page instanceof PageMessage ? "own" : AccountPages.standard().render(page);

        assertThat(own.render(new ConfirmationForm("/users/confirm", true, List.of(), "/a.css")))
                .contains("action=\"/users/confirm\"");
    }

    @Test
    void theStandardPagesRefuseAPageOfTheHost() {
        AccountPage offer = () -> "/a.css";

        assertThatThrownBy(() -> AccountPages.standard().render(offer))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("page must be one of accounts-http, got ");
    }
}
