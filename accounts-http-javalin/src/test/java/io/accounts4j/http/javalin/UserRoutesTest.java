package io.accounts4j.http.javalin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.accounts4j.http.javalin.TestServer.Answer;
import io.accounts4j.http.wire.ETags;
import io.accounts4j.testkit.Fixtures;
import io.accounts4j.user.User;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Users over HTTP, as the original's {@code UserControllerTest} and beyond it. */
class UserRoutesTest {

    @RegisterExtension
    static final TestServer server = TestServer.start();

    private static final User admin = server.administrator();

    @Test
    void registersAUserAndQueuesTheMail() {
        String email = Fixtures.uniqueEmail();
        Answer answer = register(email, "New User", Fixtures.PASSWORD);

        JsonNode data = answer.json().path("data");
        assertThat(answer.status()).isEqualTo(201);
        assertThat(data.path("email").asText()).isEqualTo(email);
        assertThat(data.path("is_admin").asBoolean()).isFalse();
        assertThat(data.path("confirmed_at").isNull()).isTrue();
        assertThat(data.fieldNames())
                .toIterable()
                .containsExactly(
                        "id", "email", "name", "is_admin", "confirmed_at", "disabled_at", "inserted_at", "updated_at");
        assertThat(answer.header("Location"))
                .isEqualTo("/api/users/" + data.path("id").asText());
        assertThat(answer.header("ETag")).isEqualTo("\"" + data.path("id").asText() + "-1\"");
        assertThat(server.kit.jobs().waiting().toString())
                .contains(data.path("id").asText());
    }

    @Test
    void saysEverythingThatIsWrongAtOnce() {
        Answer answer = register("no at sign", "", "short");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(answer.problem()).isEqualTo("validation");
        assertThat(answer.json().path("detail").asText()).isEqualTo("3 fields are invalid");
        assertThat(answer.error("email")).isEqualTo("must have the @ sign and no spaces");
        assertThat(answer.error("name")).isEqualTo("can't be blank");
        assertThat(answer.error("password")).isEqualTo("should be at least 12 character(s)");
        JsonNode violation = answer.json().path("violations").path(0);
        assertThat(violation.path("pointer").asText()).isEqualTo("#/user/email");
        assertThat(violation.path("code").asText()).isEqualTo("format");
        assertThat(answer.json().path("instance").asText()).isEqualTo("/api/users");
    }

    @ParameterizedTest
    @CsvSource({
        "name, 1, 422, should be at least 2 character(s)",
        "name, 2, 201, ''",
        "name, 100, 201, ''",
        "name, 101, 422, should be at most 100 character(s)",
        "email, 160, 201, ''",
        "email, 161, 422, should be at most 160 character(s)",
        "password, 11, 422, should be at least 12 character(s)",
        "password, 12, 201, ''",
        "password, 72, 201, ''",
        "password, 73, 422, should be at most 72 character(s)"
    })
    void holdsEveryLengthBelowAtAndAbove(String field, int length, int status, String message) {
        String email = Fixtures.uniqueEmail();
        Answer answer = register(
                field.equals("email") ? "a".repeat(length - email.length()) + email : email,
                field.equals("name") ? "n".repeat(length) : "New User",
                field.equals("password") ? "Aa1" + "x".repeat(length - 3) : Fixtures.PASSWORD);

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.error(field)).isEqualTo(message);
    }

    @ParameterizedTest
    @CsvSource({
        "PASSWORD1234, at least one lower case character",
        "password1234, at least one upper case character",
        "Passwordword, at least one digit or punctuation character"
    })
    void holdsEveryClassOfCharacters(String password, String message) {
        assertThat(register(Fixtures.uniqueEmail(), "New User", password).error("password"))
                .isEqualTo(message);
    }

    @Test
    void refusesATakenAddressInAnyCase() {
        User taken = server.user();
        Answer answer = register(taken.email().address().toUpperCase(java.util.Locale.ROOT), "New", Fixtures.PASSWORD);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.error("email")).isEqualTo("has already been taken");
    }

    @Test
    void ignoresWhatNobodyMaySet() {
        Answer answer = server.call("POST", "/api/users")
                .json("""
                        {"user":{"email":"%s","name":"New User","password":"%s","is_admin":true,"id":"x",
                         "confirmed_at":"2026-01-01T00:00:00Z","unknown":1}}""".formatted(Fixtures.uniqueEmail(), Fixtures.PASSWORD))
                .send();

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.json().path("data").path("is_admin").asBoolean()).isFalse();
        assertThat(answer.json().path("data").path("confirmed_at").isNull()).isTrue();
    }

    @Test
    void showsAUserToThemselvesAndToAdministratorsOnly() {
        User user = server.user();
        String path = "/api/users/" + user.id();

        assertThat(server.get(path).as(user).send().status()).isEqualTo(200);
        assertThat(server.get(path).as(admin).send().status()).isEqualTo(200);
        assertThat(server.get(path).as(server.user()).send().status()).isEqualTo(404);
        assertThat(server.get(path).send().status()).isEqualTo(401);
    }

    @Test
    void answersNotModifiedToWhoHasTheUserAlready() {
        User user = server.user();
        String path = "/api/users/" + user.id();
        String tag = server.get(path).as(user).send().header("ETag");

        for (String known : List.of(tag, "W/" + tag, "\"other\", " + tag, "*")) {
            Answer answer =
                    server.get(path).as(user).header("If-None-Match", known).send();
            assertThat(answer.status()).as(known).isEqualTo(304);
            assertThat(answer.header("ETag")).isEqualTo(tag);
            assertThat(answer.body()).isEmpty();
        }
        update(user, "{\"name\":\"Another\"}");
        assertThat(server.get(path).as(user).header("If-None-Match", tag).send().status())
                .isEqualTo(200);
    }

    @Test
    void changesAUserAndItsTag() {
        User user = server.user();
        Answer answer = update(user, "{\"name\":\"Another\",\"is_admin\":true}");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().path("data").path("name").asText()).isEqualTo("Another");
        assertThat(answer.json().path("data").path("is_admin").asBoolean()).isTrue();
        assertThat(answer.header("ETag")).isNotEqualTo(ETags.of(user));
    }

    @Test
    void saysWhenNothingWouldChange() {
        User user = server.user();
        Answer answer = update(user, "{\"email\":\"" + user.email().address() + "\"}");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.error("email")).isEqualTo("did not change");
    }

    @Test
    void aFieldSetToNullIsLeftBlank() {
        Answer answer = update(server.user(), "{\"name\":null,\"email\":null,\"is_admin\":null}");

        assertThat(answer.error("name")).isEqualTo("can't be blank");
        assertThat(answer.error("email")).isEqualTo("can't be blank");
        assertThat(answer.error("is_admin")).isEqualTo("is invalid");
    }

    @Test
    void deletesAUser() {
        User user = server.user();
        String path = "/api/users/" + user.id();

        assertThat(server.call("DELETE", path).as(admin).send().status()).isEqualTo(204);
        assertThat(server.call("DELETE", path).as(admin).send().status()).isEqualTo(404);
        assertThat(server.get(path).as(admin).send().status()).isEqualTo(404);
    }

    @Test
    void keepsAUserTheHostStillRefersTo() {
        User user = server.user();
        server.kit.store().refer(user.id());
        Answer answer =
                server.call("DELETE", "/api/users/" + user.id()).as(admin).send();

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.problem()).isEqualTo("still-referenced");
    }

    @Test
    void keepsTheLastAdministrator() {
        try (TestServer alone = TestServer.start()) {
            User last = alone.administrator();
            String path = "/api/users/" + last.id();
            Answer demoted = alone.call("PATCH", path)
                    .as(last)
                    .json("{\"user\":{\"is_admin\":false}}")
                    .send();
            Answer deleted = alone.call("DELETE", path).as(last).send();

            assertThat(List.of(demoted.status(), deleted.status())).containsOnly(409);
            assertThat(List.of(demoted.problem(), deleted.problem())).containsOnly("last-administrator");
        }
    }

    private static Answer register(String email, String name, String password) {
        return server.call("POST", "/api/users")
                .json("{\"user\":{\"email\":\"%s\",\"name\":\"%s\",\"password\":\"%s\"}}"
                        .formatted(email, name, password))
                .send();
    }

    private static Answer update(User user, String fields) {
        return server.call("PATCH", "/api/users/" + user.id())
                .as(admin)
                .json("{\"user\":" + fields + "}")
                .send();
    }
}
