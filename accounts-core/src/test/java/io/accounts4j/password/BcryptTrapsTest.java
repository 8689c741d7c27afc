package io.accounts4j.password;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The traps of the bcrypt library, and the behaviour of {@link BcryptPasswordHasher}. */
class BcryptTrapsTest {

    /** From the test vectors of crypt_blowfish, for the password {@code U*U}. */
    private static final String VECTOR = "05$CCCCCCCCCCCCCCCCCCCCC.E5YPO9kmyuRGyh0XouQYb4YMJKvyOeW";

    private final BcryptPasswordHasher hasher = BcryptPasswordHasher.ofCost(BcryptPasswordHasher.MIN_COST);

    @ParameterizedTest
    @ValueSource(strings = {"$2a$", "$2b$", "$2y$"})
    void readsWhatOthersWrote(String version) {
        PasswordHash hash = PasswordHash.of(version + VECTOR);

        assertThat(hasher.verify(Password.of("U*U"), hash)).isTrue();
        assertThat(hasher.verify(Password.of("U*V"), hash)).isFalse();
        assertThat(hasher.isOutdated(hash)).isTrue();
    }

    @Test
    void writesTheVersionAndCostOfTheOriginal() {
        assertThat(BcryptPasswordHasher.create()
                        .hash(Password.of("Password123!"))
                        .encoded())
                .startsWith("$2b$12$");
        assertThat(hasher.hash(Password.of("Password123!")).encoded()).startsWith("$2b$10$");
    }

    @Test
    void a73rdByteIsRefusedAndNotAnException() {
        String longest = "Aa1!".repeat(18);
        PasswordHash hash = hasher.hash(Password.of(longest));

        assertThat(hasher.accepts(Password.of(longest + "x"))).isFalse();
        assertThat(hasher.verify(Password.of(longest + "x"), hash)).isFalse();
        assertThat(hasher.accepts(Password.of("é".repeat(37))))
                .as("74 bytes in 37 characters")
                .isFalse();
        assertThatThrownBy(() -> hasher.hash(Password.of(longest + "x")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("Aa1!");
    }

    @Test
    void aPasswordRepeatedBehindANulIsNotThePassword() {
        PasswordHash hash = PasswordHash.of("$2a$" + VECTOR);

        assertThat(hasher.verify(Password.of("U*U\u0000U*U"), hash)).isFalse();
        assertThat(hasher.verify(Password.of("U*U\u0000"), hash)).isFalse();
    }

    @Test
    void aLoneSurrogateIsNotAQuestionMark() {
        PasswordHash hash = hasher.hash(Password.of("Password123?"));

        assertThat(hasher.verify(Password.of("Password123\ud800"), hash)).isFalse();
    }

    @Test
    void aLongPasswordIsNeverFoldedIntoAShortOne() {
        Password endless = Password.of("Aa1!".repeat(1_000));

        assertThat(hasher.accepts(endless)).isFalse();
        assertThatThrownBy(() -> hasher.hash(endless)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aStoredCostBeyondTheCapIsNotComputed() {
        assertThat(hasher.verify(Password.of("U*U"), PasswordHash.of("$2b$31$" + VECTOR.substring(3))))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 4, 9, 17, 31})
    void costsThatProtectNobodyOrStopEverybodyAreRefused(int cost) {
        assertThatThrownBy(() -> BcryptPasswordHasher.ofCost(cost))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("FastPasswordHasher");
    }

    @Test
    void workDoublesWithTheCost() {
        assertThat(hasher.work(PasswordHash.of("$2a$04$" + "A".repeat(53)))).isEqualTo(16);
        assertThat(hasher.work(PasswordHash.of("$2b$12$" + VECTOR.substring(3))))
                .isEqualTo(4096);
        assertThat(hasher.work(PasswordHash.of("unreadable"))).isEqualTo(1024);
        assertThat(hasher.ceiling()).isEqualTo(1024);
    }

    @Test
    void ceilingIsNotBelowTheCost() {
        assertThat(hasher.withCeiling(13).ceiling()).isEqualTo(8192);
        assertThat(hasher.withCeiling(13).hash(Password.of("Password123!")).encoded())
                .startsWith("$2b$10$");
        assertThatThrownBy(() -> hasher.withCeiling(9)).hasMessageContaining("must be >= 10 and <= 16, got 9");
        assertThatThrownBy(() -> hasher.withCeiling(17)).hasMessageContaining("got 17");
    }

    @Test
    void aHigherCostIsNeverLowered() {
        PasswordHash strong = PasswordHash.of("$2b$11$" + VECTOR.substring(3));

        assertThat(hasher.isOutdated(strong)).isFalse();
        assertThat(BcryptPasswordHasher.create().isOutdated(strong)).isTrue();
    }
}
