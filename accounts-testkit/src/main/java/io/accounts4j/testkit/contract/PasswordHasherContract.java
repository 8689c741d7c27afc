package io.accounts4j.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.accounts4j.password.Password;
import io.accounts4j.password.PasswordHash;
import io.accounts4j.password.PasswordHasher;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.util.DefaultLocale;

/** The contract of {@link PasswordHasher}. */
public interface PasswordHasherContract {

    /** Returns the hasher under test, with the parameters of hosts or cheaper ones. */
    PasswordHasher hasher();

    @Test
    default void aPasswordMatchesItsHashAndNoOtherDoes() {
        PasswordHasher hasher = hasher();
        PasswordHash hash = hasher.hash(Password.of("Password123!"));

        assertThat(hasher.verify(Password.of("Password123!"), hash)).isTrue();
        assertThat(hasher.verify(Password.of("Password123?"), hash)).isFalse();
        assertThat(hasher.verify(Password.of("password123!"), hash)).isFalse();
        assertThat(hasher.verify(Password.of("Password123! "), hash)).isFalse();
        assertThat(hasher.verify(Password.of(""), hash)).isFalse();
    }

    @Test
    default void everyHashHasASaltOfItsOwn() {
        PasswordHasher hasher = hasher();
        Password password = Password.of("Password123!");

        assertThat(hasher.hash(password).encoded())
                .isNotEqualTo(hasher.hash(password).encoded());
    }

    @Test
    default void theStoredFormFitsAndNeverShowsThePassword() {
        PasswordHash hash = hasher().hash(Password.of("Password123!"));

        assertThat(hash.encoded()).hasSizeBetween(20, PasswordHash.MAX_LENGTH).matches("\\p{ASCII}+");
        assertThat(hash.encoded()).doesNotContain("Password123!");
        assertThat(hash.toString()).doesNotContain(hash.encoded());
    }

    @Test
    default void everyCharacterOfAnAcceptedPasswordCounts() {
        PasswordHasher hasher = hasher();
        String longest = "Aa1!".repeat(18);
        PasswordHash hash = hasher.hash(Password.of(longest));

        assertThat(hasher.accepts(Password.of(longest))).as("72 bytes").isTrue();
        assertThat(hasher.verify(Password.of(longest), hash)).isTrue();
        assertThat(hasher.verify(Password.of(longest.substring(0, 71) + "?"), hash))
                .as("another last character")
                .isFalse();
        assertThat(hasher.verify(Password.of(longest + "x"), hash))
                .as("one more character")
                .isFalse();
    }

    @Test
    default void lettersBeyondAsciiAreKeptApart() {
        PasswordHasher hasher = hasher();
        PasswordHash hash = hasher.hash(Password.of("Pässword123!👋"));

        assertThat(hasher.verify(Password.of("Pässword123!👋"), hash)).isTrue();
        assertThat(hasher.verify(Password.of("P?ssword123!?"), hash)).isFalse();
        assertThat(hasher.verify(Password.of("Pässword123!👌"), hash)).isFalse();
    }

    @Test
    default void whatCannotBeHashedWholeIsRefusedAndMatchesNothing() {
        PasswordHasher hasher = hasher();
        PasswordHash ofQuestionMark = hasher.hash(Password.of("Password123?"));
        for (String typed : new String[] {"Password\u0000123!", "Password123\ud800", "\udc00Password123!"}) {
            Password password = Password.of(typed);
            assertThat(hasher.accepts(password)).isFalse();
            assertThatThrownBy(() -> hasher.hash(password))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageNotContaining("Password123");
            assertThat(hasher.verify(password, ofQuestionMark)).isFalse();
        }
    }

    @Test
    default void anEndlessPasswordIsNeverTruncated() {
        PasswordHasher hasher = hasher();
        String start = "Aa1!".repeat(18);
        Password endless = Password.of(start + "x".repeat(100_000));

        assertThat(hasher.verify(endless, hasher.hash(Password.of(start)))).isFalse();
        if (!hasher.accepts(endless)) {
            assertThatThrownBy(() -> hasher.hash(endless)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    default void whatItCannotReadMatchesNothing() {
        PasswordHasher hasher = hasher();
        for (String stored : new String[] {
            "",
            "x",
            "Password123!",
            "$2b$04$tooshort",
            "$2b$99$" + "A".repeat(53),
            "$argon2id$v=19$m=1,t=1,p=1$x$y",
            "{noop}Password123!",
            "$2b$04$" + "A".repeat(52) + "\u0000",
            "€".repeat(60)
        }) {
            assertThat(hasher.verify(Password.of("Password123!"), PasswordHash.of(stored)))
                    .as("a stored form of %d characters", stored.length())
                    .isFalse();
        }
    }

    @Test
    default void whatItMakesNowIsNotOutdated() {
        PasswordHasher hasher = hasher();

        assertThat(hasher.isOutdated(hasher.hash(Password.of("Password123!")))).isFalse();
        assertThat(hasher.isOutdated(PasswordHash.of("unreadable"))).isTrue();
    }

    @Test
    default void workOfACheckIsKnownBeforeIt() {
        PasswordHasher hasher = hasher();
        long work = hasher.work(hasher.hash(Password.of("Password123!")));

        assertThat(work).isPositive().isLessThanOrEqualTo(hasher.ceiling());
        assertThat(hasher.work(PasswordHash.of("unreadable"))).isEqualTo(work);
        hasher.burn(0);
        hasher.burn(work);
    }

    @Test
    @DefaultLocale("ar-EG-u-nu-arab")
    default void aHostThatWritesDigitsDifferentlyChangesNothing() {
        PasswordHasher hasher = hasher();
        Password password = Password.of("Password123!");
        PasswordHash hash = hasher.hash(password);
        assertThat(hash.encoded()).matches("\\p{ASCII}+");
        assertThat(hasher.isOutdated(hash)).isFalse();
        assertThat(hasher.verify(password, hash)).isTrue();
    }
}
