package io.accounts4j.http.javalin;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.accounts4j.http.javalin.TestServer.Answer;
import io.accounts4j.testkit.Fixtures;
import java.io.ByteArrayOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The accepted bodies, and the refusals of all others. */
class BodyReaderTest {

    @RegisterExtension
    static final TestServer server = TestServer.start();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/plain",
                "application/xml",
                "application/json; charset=utf-16",
                "application/json; charset=nonsense",
                "application/json; charset=%",
                "application/jsonp",
                "text/json"
            })
    void d02_onlyJsonIsTaken(String type) {
        Answer answer = server.call("POST", "/api/users")
                .body(type, Bodies.user("x@example.com").getBytes(UTF_8))
                .send();

        assertThat(answer.status()).isEqualTo(415);
        assertThat(answer.problem()).isEqualTo("unsupported-media-type");
    }

    @Test
    void d02_aBodyWithoutATypeIsRefused() {
        assertThat(server.call("POST", "/api/users")
                        .bytes(Bodies.user("x@example.com").getBytes(UTF_8))
                        .send()
                        .status())
                .isEqualTo(415);
    }

    @Test
    void aPackedBodyIsRefused() {
        assertThat(server.call("POST", "/api/users")
                        .header("Content-Encoding", "gzip")
                        .json("{}")
                        .send()
                        .status())
                .isEqualTo(415);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/json",
                "Application/JSON",
                "application/json;charset=UTF-8",
                "application/json; charset=\"utf-8\""
            })
    void jsonInUtf8IsTaken(String type) {
        assertThat(server.call("POST", "/api/users")
                        .body(type, Bodies.user(Fixtures.uniqueEmail()).getBytes(UTF_8))
                        .send()
                        .status())
                .isEqualTo(201);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"user\":          | line 1, column",
                "{\"user\":{}} x     | line 1, column",
                "{\"user\":{}}{}     | line 1, column",
                "{'user':{}}         | line 1, column",
                "{\"user\":{},}      | line 1, column",
                "{\"user\":NaN}      | line 1, column",
                "{\"user\":{},\"user\":{}} | line 1, column",
                "{\"user\":{\"email\":\"a\",\"em\\u0061il\":\"b\"}} | line 1, column",
                "null | must be a JSON object",
                "[]   | must be a JSON object",
                "1    | must be a JSON object"
            })
    void t03_malformedJsonIsABadRequestThatSaysWhere(String body, String detail) {
        Answer answer = server.call("POST", "/api/users").json(body).send();

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.problem()).isEqualTo("malformed-json");
        assertThat(answer.json().path("detail").asText()).contains(detail);
        assertThat(answer.body()).doesNotContain("jackson", "Exception");
    }

    @Test
    void saysTheLineOfALaterMistake() {
        assertThat(server.call("POST", "/api/users")
                        .json("{\n  \"user\": oops\n}")
                        .send()
                        .json()
                        .path("detail")
                        .asText())
                .contains("line 2, column");
    }

    @Test
    void d03_anEmptyOrDeepBodyIsABadRequest() {
        Answer empty = server.call("POST", "/api/users")
                .header("Content-Type", "application/json")
                .send();
        Answer deep = server.call("POST", "/api/users")
                .json("[".repeat(2000) + "]".repeat(2000))
                .send();
        String inner = "[".repeat(15) + "]".repeat(15);
        Answer deepest =
                server.call("POST", "/api/users").json("{\"x\":" + inner + "}").send();
        Answer tooDeep = server.call("POST", "/api/users")
                .json("{\"x\":[" + inner + "]}")
                .send();

        assertThat(empty.problem()).isEqualTo("malformed-json");
        assertThat(deep.problem()).isEqualTo("malformed-json");
        assertThat(deepest.problem()).isEqualTo("missing-wrapper");
        assertThat(tooDeep.problem()).isEqualTo("malformed-json");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"email\":\"a@b\"}",
                "{\"user\":null}",
                "{\"user\":[]}",
                "{\"user\":\"x\"}",
                "{\"User\":{}}"
            })
    void aMissingWrapperIsABadRequest(String body) {
        Answer answer = server.call("POST", "/api/users").json(body).send();

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.problem()).isEqualTo("missing-wrapper");
    }

    @ParameterizedTest
    @ValueSource(strings = {"123", "true", "[]", "{}", "1.5"})
    void d07_aWrongTypeIsAProblemOfItsFieldAndNeverConverted(String value) {
        Answer answer = server.call("POST", "/api/users")
                .json("{\"user\":{\"email\":" + value + ",\"name\":\"x\",\"password\":" + value + "}}")
                .send();

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json().path("errors").path("email").toString()).isEqualTo("[\"is invalid\"]");
        assertThat(answer.json().path("errors").path("password").toString()).isEqualTo("[\"is invalid\"]");
        assertThat(answer.error("name")).isEqualTo("should be at least 2 character(s)");
    }

    @Test
    void d08_whatIsNotUtf8IsRefusedAndNeverRepaired() throws Exception {
        byte[] start = "{\"user\":{\"name\":\"".getBytes(UTF_8);
        byte[][] bad = {
            {(byte) 0xC0, (byte) 0xAF},
            {(byte) 0xED, (byte) 0xA0, (byte) 0x80},
            {(byte) 0xFF},
            {(byte) 0xE2, (byte) 0x82}
        };
        for (byte[] bytes : bad) {
            ByteArrayOutputStream body = new ByteArrayOutputStream();
            body.write(start);
            body.write(bytes);
            body.write("\"}}".getBytes(UTF_8));
            Answer answer = post(body.toByteArray());
            assertThat(answer.problem()).isEqualTo("malformed-json");
            assertThat(answer.json().path("detail").asText()).contains("line 1, column 18");
        }
        assertThat(post(("\uFEFF" + Bodies.user("x@example.com")).getBytes(UTF_8))
                        .problem())
                .isEqualTo("malformed-json");
        assertThat(post(Bodies.user("x@example.com").getBytes(UTF_16)).problem())
                .isEqualTo("malformed-json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\u0000", "\\ud800", "\\udc00x"})
    void d09_charactersNoDatabaseKeepsAreAProblemOfTheField(String escape) {
        Answer answer = server.call("POST", "/api/users")
                .json(
                        "{\"user\":{\"email\":\"a%1$s@example.com\",\"name\":\"Na%1$sme\",\"password\":\"Password123%1$s\"}}"
                                .formatted(escape))
                .send();

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json().path("errors").toString())
                .isEqualTo("{\"email\":[\"%1$s\"],\"name\":[\"%1$s\"],\"password\":[\"%1$s\"]}"
                        .formatted("has characters that are not allowed"));
        assertThat(server.call("POST", "/api/session")
                        .json(Bodies.credentials("a@example.com", "Password123" + escape, ""))
                        .send()
                        .status())
                .isEqualTo(422);
    }

    private static Answer post(byte[] body) {
        return server.call("POST", "/api/users").body("application/json", body).send();
    }
}
