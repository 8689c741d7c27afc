package io.accounts4j.http.javalin;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.accounts4j.http.javalin.TestServer.Answer;
import io.accounts4j.user.User;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Ids in paths, hostile and unknown. */
class UserIdsTest {

    @RegisterExtension
    static final TestServer server = TestServer.start();

    private static final User admin = server.administrator();

    @ParameterizedTest
    @CsvSource({"1", "not-an-id", "a%2Fb", "00000000-0000-7000-8000-000000000000", "%00", "..%2f..%2fetc"})
    void t16_whatCannotBeAnIdIsNotFoundOrRefusedByTheServer(String id) {
        Answer answer = server.get("/api/users/" + id).as(admin).send();

        assertThat(answer.status()).isIn(400, 404);
        assertThat(answer.body()).doesNotContain("Exception", "io.accounts4j");
    }

    @Test
    void anUnknownUserIsNotFoundBeforeTheBodyIsLookedAt() {
        Answer answer = server.call("PUT", "/api/users/00000000-0000-7000-8000-000000000000")
                .as(admin)
                .bytes("not json".getBytes(UTF_8))
                .send();

        assertThat(answer.status()).isEqualTo(404);
    }
}
