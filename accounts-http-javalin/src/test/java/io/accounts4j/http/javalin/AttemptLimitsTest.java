package io.accounts4j.http.javalin;

import static org.assertj.core.api.Assertions.assertThat;

import io.accounts4j.http.javalin.TestServer.Answer;
import io.accounts4j.kernel.TooManyAttemptsException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class AttemptLimitsTest {

    @Test
    void answers429WithTheSecondsToWaitRoundedUp() throws Exception {
        try (TestServer server = TestServer.with(accounts -> accounts.passwordPolicy(password -> {
            throw new TooManyAttemptsException(Duration.ofMillis(1_500));
        }))) {
            Answer answer = server.call("POST", "/api/users")
                    .json(
                            "{\"user\":{\"email\":\"ann@example.org\",\"name\":\"Ann\",\"password\":\"Correct horse 1\"}}")
                    .send();

            assertThat(answer.status()).isEqualTo(429);
            assertThat(answer.header("Retry-After")).isEqualTo("2");
            assertThat(answer.body()).contains("https://iana.org/assignments/http-problem-types#quota-exceeded");
        }
    }
}
