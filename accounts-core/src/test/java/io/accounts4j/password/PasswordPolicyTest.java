package io.accounts4j.password;

import static org.assertj.core.api.Assertions.assertThat;

import io.accounts4j.kernel.Problem;
import io.accounts4j.kernel.ProblemCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordPolicyTest {

    @ParameterizedTest
    @ValueSource(strings = {"SecurePass123!", "Password123!", "Aa1         ", "Päßword 123 👋"})
    void theOriginalsOwnPasswordsPass(String typed) {
        assertThat(PasswordPolicy.original().problems(Password.of(typed))).isEmpty();
    }

    @Test
    void everyProblemIsReported() {
        assertThat(PasswordPolicy.original().problems(Password.of("-")))
                .extracting(Problem::code)
                .containsExactly(
                        ProblemCode.TOO_SHORT,
                        ProblemCode.MISSING_LOWER,
                        ProblemCode.MISSING_UPPER,
                        ProblemCode.MISSING_DIGIT_OR_PUNCTUATION);
        assertThat(PasswordPolicy.original().problems(null))
                .extracting(Problem::code)
                .containsExactly(ProblemCode.REQUIRED);
    }

    @Test
    void noProblemRepeatsThePassword() {
        Password typed = Password.of("canary-canary-canary\u0000");

        assertThat(PasswordPolicy.original().problems(typed).toString()).doesNotContain("canary");
    }
}
