package io.accounts4j.jdbc.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.accounts4j.jdbc.SqlErrors;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class RetriesTest {

    private int attempts;

    @Test
    void repeatsWorkUntilItSucceeds() throws SQLException {
        assertThat(Retries.upTo(5, SqlErrors::isConflict, () -> failing(3, "40001")))
                .isEqualTo("done");

        assertThat(attempts).isEqualTo(3);
    }

    @Test
    void givesUpAfterTheLastAttempt() {
        assertThatExceptionOfType(SQLException.class)
                .isThrownBy(() -> Retries.upTo(2, SqlErrors::isConflict, () -> failing(3, "40001")));

        assertThat(attempts).isEqualTo(2);
    }

    @Test
    void repeatsNothingAfterOtherErrors() {
        assertThatExceptionOfType(SQLException.class)
                .isThrownBy(() -> Retries.upTo(5, SqlErrors::isConflict, () -> failing(3, "42P01")));

        assertThat(attempts).isEqualTo(1);
    }

    private String failing(int succeedsAt, String state) throws SQLException {
        attempts++;
        if (attempts < succeedsAt) {
            throw new SQLException("on purpose", state);
        }
        return "done";
    }
}
