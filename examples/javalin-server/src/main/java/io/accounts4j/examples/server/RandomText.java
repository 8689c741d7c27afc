package io.accounts4j.examples.server;

import io.accounts4j.password.Password;
import io.accounts4j.password.PasswordPolicy;
import java.security.SecureRandom;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Secrets nobody chose. */
final class RandomText {

    /** Without letters and digits that look alike. */
    private static final String READABLE = "ABCDEFGHJKMNPQRSTUVWXYZabcdefghjkmnpqrstuvwxyz23456789";

    private static final SecureRandom RANDOM = new SecureRandom();

    private RandomText() {}

    /** Four groups of five characters that can be typed from paper, about 114 bits, as the rules for passwords ask. */
    static Password password() {
        return Stream.generate(() -> String.join("-", letters(5), letters(5), letters(5), letters(5)))
                .map(Password::of)
                .filter(password -> PasswordPolicy.original().problems(password).isEmpty())
                .findFirst()
                .orElseThrow();
    }

    /** What {@code SECRET_KEY_BASE} asks for. */
    static String keyBase() {
        return letters(88);
    }

    private static String letters(int count) {
        return RANDOM.ints(count, 0, READABLE.length())
                .mapToObj(i -> READABLE.substring(i, i + 1))
                .collect(Collectors.joining());
    }
}
