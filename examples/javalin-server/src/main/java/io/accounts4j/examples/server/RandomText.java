package io.accounts4j.examples.server;

import io.accounts4j.password.Password;
import io.accounts4j.password.PasswordPolicy;
import java.security.SecureRandom;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Generates secrets. */
final class RandomText {

    /** Letters and digits that do not look alike. */
    private static final String READABLE = "ABCDEFGHJKMNPQRSTUVWXYZabcdefghjkmnpqrstuvwxyz23456789";

    private static final SecureRandom RANDOM = new SecureRandom();

    private RandomText() {}

    /** Returns four groups of five characters for typing, about 114 bits, valid by the password policy. */
    static Password password() {
        return Stream.generate(() -> String.join("-", letters(5), letters(5), letters(5), letters(5)))
                .map(Password::of)
                .filter(password -> PasswordPolicy.original().problems(password).isEmpty())
                .findFirst()
                .orElseThrow();
    }

    /** Returns a value for {@code SECRET_KEY_BASE}. */
    static String keyBase() {
        return letters(88);
    }

    private static String letters(int count) {
        return RANDOM.ints(count, 0, READABLE.length())
                .mapToObj(i -> READABLE.substring(i, i + 1))
                .collect(Collectors.joining());
    }
}
