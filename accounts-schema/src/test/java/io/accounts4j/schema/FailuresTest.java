package io.accounts4j.schema;

import static org.assertj.core.api.Assertions.assertThat;

import io.accounts4j.kernel.StoreException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FailuresTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "No suitable driver found for jdbc:postgresql://db/accounts?user=ann&password=canary-secret",
                "URL format error; must be jdbc:h2:... but is jdbc:h2:mem:x;PASSWORD=canary-secret;USER=sa",
                "cannot parse postgres://ann:canary-secret@db/accounts",
                "refused {user=ann, password: canary-secret}"
            })
    void aUrlInADriversMessageKeepsItsPasswordToItself(String message) {
        RuntimeException failure = Failures.of("no", new IllegalCallerException(new SQLException(message)));

        StringWriter printed = new StringWriter();
        failure.printStackTrace(new PrintWriter(printed));
        assertThat(printed.toString()).contains("***").doesNotContain("canary-secret");
    }

    @ParameterizedTest
    @CsvSource({"08001, true", "53300, true", "57P03, true", "28P01, false", "42501, false", ", false"})
    void itSaysWhetherTryingAgainMakesSense(String state, boolean retryable) {
        RuntimeException failure = Failures.of("no", new SQLException("message", state));

        assertThat(failure)
                .isInstanceOfSatisfying(
                        StoreException.class, e -> assertThat(e.retryable()).isEqualTo(retryable));
    }

    @Test
    void theDatabasesOwnWordsAreKept() {
        RuntimeException failure = Failures.of(
                "the schema cannot be migrated",
                new IllegalCallerException("long story", new SQLException("permission denied for schema public")));

        assertThat(failure)
                .hasMessage("the schema cannot be migrated: permission denied for schema public")
                .hasCauseInstanceOf(IllegalCallerException.class);
    }
}
