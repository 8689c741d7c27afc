package io.accounts4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.accounts4j.Accounts;
import io.accounts4j.kernel.Problem;
import io.accounts4j.kernel.ProblemCode;
import io.accounts4j.password.Password;
import io.accounts4j.password.PasswordPolicy;
import io.accounts4j.registration.NewUser;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A policy of the host's own need not know what the hasher can take. */
class PasswordPolicyOfTheHostTest {

    private static final Problem TOO_MANY_BYTES = Problem.of("password", ProblemCode.TOO_MANY_BYTES, "max", 72);
    private static final PasswordPolicy ANYTHING = password -> List.of();

    @Test
    void whatTheHasherCannotTakeIsAProblemOfThePassword() {
        assertThat(problems(ANYTHING, "x".repeat(72))).isEmpty();
        assertThat(problems(ANYTHING, "x".repeat(73))).containsExactly(TOO_MANY_BYTES);
        assertThat(problems(ANYTHING, "x\0")).containsExactly(Problem.of("password", ProblemCode.CHARACTERS));
    }

    @Test
    void itIsSaidBesideWhatThePolicySays() {
        Problem guessed = Problem.of("password", ProblemCode.INCORRECT);

        assertThat(problems(password -> List.of(guessed), "x".repeat(73))).containsExactly(guessed, TOO_MANY_BYTES);
    }

    @Test
    void itIsNotSaidTwice() {
        Problem tooLong = Problem.of("password", ProblemCode.TOO_LONG, "max", 72);

        assertThat(problems(password -> List.of(tooLong), "x".repeat(73))).containsExactly(tooLong);
    }

    @Test
    void aMissingPasswordIsAProblemWhateverThePolicySays() {
        assertThat(problems(ANYTHING, null)).containsExactly(Problem.of("password", ProblemCode.REQUIRED));
    }

    /** The same of a check and of a registration. */
    private static List<Problem> problems(PasswordPolicy policy, @Nullable String password) {
        Accounts accounts =
                TestAccounts.with(builder -> builder.passwordPolicy(policy)).accounts();
        NewUser typed = new NewUser("ann@example.org", "Ann", password == null ? null : Password.of(password));
        List<Problem> checked = accounts.registration().check(typed);
        assertThat(accounts.registration().register(typed).<List<Problem>>fold(user -> List.of(), List::copyOf))
                .isEqualTo(checked);
        return checked;
    }
}
