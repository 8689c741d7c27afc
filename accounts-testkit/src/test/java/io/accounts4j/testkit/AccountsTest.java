package io.accounts4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.accounts4j.Accounts;
import io.accounts4j.kernel.Outcome;
import io.accounts4j.kernel.Problem;
import io.accounts4j.password.Password;
import io.accounts4j.registration.NewUser;
import io.accounts4j.user.User;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The tests of the accounts context of a phx.gen.auth application, under their names and with their assertions. */
class AccountsTest {

    private final TestAccounts test = TestAccounts.create();
    private final Accounts accounts = test.accounts();

    @Nested
    @DisplayName("register_user/1")
    class RegisterUser {

        @Test
        @DisplayName("registers user with valid data")
        void registersUserWithValidData() {
            NewUser valid = new NewUser("test@example.com", "Test User", Password.of("SecurePass123!"));

            Outcome<User> registration = accounts.registration().register(valid);

            assertThat(registration).isInstanceOf(Outcome.Done.class);
            User user = registration.orElseThrow();
            assertThat(user.email().address()).isEqualTo("test@example.com");
            assertThat(user.name()).isEqualTo("Test User");
            assertThat(test.store().passwords().find(user.email()).orElseThrow().hash())
                    .isNotNull();
            assertThat(user.toString()).doesNotContain("SecurePass123!");
        }

        @Test
        @DisplayName("returns error with invalid email")
        void returnsErrorWithInvalidEmail() {
            NewUser invalid = new NewUser("invalid-email", "Test User", Password.of("SecurePass123!"));

            assertThat(errorsOn(accounts.registration().register(invalid), "email"))
                    .contains("must have the @ sign and no spaces");
        }

        @Test
        @DisplayName("returns error with short password")
        void returnsErrorWithShortPassword() {
            NewUser invalid = new NewUser("test@example.com", "Test User", Password.of("short"));

            assertThat(errorsOn(accounts.registration().register(invalid), "password"))
                    .contains("should be at least 12 character(s)");
        }
    }

    @Nested
    @DisplayName("get_user_by_email_and_password/2")
    class GetUserByEmailAndPassword {

        private User user;

        @BeforeEach
        void setup() {
            user = test.fixtures().user();
        }

        @Test
        @DisplayName("returns user with correct password")
        void returnsUserWithCorrectPassword() {
            User returned = accounts.signIn()
                    .verify(user.email().address(), Password.of("Password123!"))
                    .orElseThrow();

            assertThat(returned.id()).isEqualTo(user.id());
        }

        @Test
        @DisplayName("returns nil with wrong password")
        void returnsNilWithWrongPassword() {
            assertThat(accounts.signIn().verify(user.email().address(), Password.of("wrongpass")))
                    .isEmpty();
        }
    }

    private static List<String> errorsOn(Outcome<User> registration, String field) {
        return registration.fold(
                user -> List.of(),
                problems -> problems.stream()
                        .filter(problem -> problem.field().equals(field))
                        .map(Problem::message)
                        .toList());
    }
}
