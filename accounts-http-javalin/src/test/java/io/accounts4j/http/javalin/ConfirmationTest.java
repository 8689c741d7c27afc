package io.accounts4j.http.javalin;

import static org.assertj.core.api.Assertions.assertThat;

import io.accounts4j.confirmation.ConfirmationSettings;
import io.accounts4j.http.javalin.TestServer.Answer;
import io.accounts4j.testkit.Fixtures;
import io.accounts4j.testkit.RecordingMailer;
import io.accounts4j.user.User;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Confirming an address by JSON. */
class ConfirmationTest {

    @RegisterExtension
    static final TestServer server = TestServer.start();

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
        try (TestServer lenient = TestServer.with(settings ->
                settings.confirmation(ConfirmationSettings.standard().lenient()))) {
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
}
