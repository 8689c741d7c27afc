package io.accounts4j.http.javalin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.accounts4j.http.javalin.TestServer.Answer;
import io.accounts4j.http.view.UserView;
import io.accounts4j.testkit.Fixtures;
import io.accounts4j.user.User;
import io.javalin.config.JavalinConfig;
import io.javalin.json.JavalinJackson;
import java.time.Duration;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A user as JSON: on our routes, sent back to them, and on routes of the host. */
class UserViewTest {

    private static final Pattern TIME = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT[^\"]*");

    @RegisterExtension
    static final TestServer server = TestServer.start(settings -> {}, UserViewTest::me);

    private static final User admin = server.administrator();

    private static void me(JavalinConfig host) {
        host.routes.get(
                "/me",
                ctx -> ctx.json(UserView.of(ctx.with(AccountsPlugin.class).requireUser())));
    }

    @Test
    void aHostSendsAUserAsWeDo() throws Exception {
        User user = server.kit.fixtures().user();
        JsonNode ours =
                server.get("/api/users/" + user.id()).as(user).send().json().path("data");

        assertThat(server.get("/me").as(user).send().json()).isEqualTo(ours);
        assertThat(new ObjectMapper().readTree(new ObjectMapper().writeValueAsString(UserView.of(user))))
                .isEqualTo(ours);
    }

    @Test
    void theMapperOfAHostChangesNothing() {
        ObjectMapper odd = new ObjectMapper()
                .setPropertyNamingStrategy(PropertyNamingStrategies.UPPER_CAMEL_CASE)
                .setDefaultPropertyInclusion(JsonInclude.Include.NON_NULL);
        try (TestServer other = TestServer.start(settings -> {}, host -> {
            host.jsonMapper(new JavalinJackson(odd, false));
            me(host);
        })) {
            User user = other.kit.fixtures().user();

            assertThat(other.get("/me").as(user).send().json())
                    .isEqualTo(other.get("/api/users/" + user.id())
                            .as(user)
                            .send()
                            .json()
                            .path("data"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"password\":\"Another password 1\"",
                "\"password\":null",
                "\"id\":\"x\"",
                "\"confirmed_at\":null",
                "\"disabled_at\":\"2026-01-01T00:00:00.000000Z\"",
                "\"inserted_at\":1",
                "\"updated_at\":{}"
            })
    void aFieldThatCannotBeChangedHereIsRefused(String field) {
        User user = server.user();
        Answer answer = update(user, "{\"name\":\"Another\"," + field + "}");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.error(field.split("\"", 3)[1])).isEqualTo("cannot be changed here");
        assertThat(server.kit.accounts().users().find(user.id()).orElseThrow().name())
                .isEqualTo(user.name());
    }

    @Test
    void aUserMayBeSentBackAsItCame() {
        User user = server.user();
        JsonNode shown = server.get("/api/users/" + user.id()).as(admin).send().json();
        ObjectNode changed = ((ObjectNode) shown.path("data")).put("name", "Another");

        Answer answer = server.call("PUT", "/api/users/" + user.id())
                .as(admin)
                .json("{\"user\":" + changed + ",\"unknown\":1}")
                .send();

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().path("data").path("name").asText()).isEqualTo("Another");
    }

    @Test
    void timesAlwaysHaveSixDigits() {
        for (Duration step : List.of(Duration.ZERO, Duration.ofNanos(544_000), Duration.ofMillis(876))) {
            server.kit.clock().advance(step);
            User user = server.user();
            JsonNode shown =
                    server.get("/api/users/" + user.id()).as(admin).send().json();
            String session = server.get("/api/session").as(user).send().body();
            String token = server.call("POST", "/api/session/token")
                    .json(Bodies.credentials(user.email().address(), Fixtures.PASSWORD, ""))
                    .send()
                    .body();

            assertThat(shown.path("data").path("confirmed_at").asText())
                    .hasSize("2026-01-01T00:00:00.000000Z".length());
            assertThat(TIME.matcher(shown + session + token).results().map(MatchResult::group))
                    .hasSize(12)
                    .allMatch(time -> time.matches("....-..-..T..:..:..[.]\\d{6}Z"));
        }
    }

    private static Answer update(User user, String fields) {
        return server.call("PATCH", "/api/users/" + user.id())
                .as(admin)
                .json("{\"user\":" + fields + "}")
                .send();
    }
}
