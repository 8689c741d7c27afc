package io.accounts4j.jobs.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class RedactionTest {

    @Test
    void aHugeMessageIsMadeFitInNoTime() {
        String huge = "refused: " + ".".repeat(1_000_000);

        String safe = assertTimeoutPreemptively(Duration.ofSeconds(20), () -> Redaction.of(huge));

        assertThat(safe).isEqualTo("refused: [redacted]");
    }

    @Test
    void noHalfOfASecretIsLeftWhereAMessageIsCut() {
        String token = "c4nary".repeat(8);
        String message = (token + " ").repeat(1_000);

        assertThat(Redaction.of(message)).doesNotContain("c4n");
        assertThat(Redaction.of("x".repeat(39) + " " + message)).doesNotContain("c4n");
    }
}
