package io.accounts4j.examples.server;

import java.util.Optional;
import java.util.stream.IntStream;

/** The form of a secret from which keys are derived. Refuses text that no random generator makes. */
final class KeyBaseRule {

    private static final int MIN_LENGTH = 64;
    private static final int MIN_DIFFERENT = 16;
    private static final int MAX_PERIOD = 16;

    private KeyBaseRule() {}

    /** Returns a clause that names the fault of {@code text}; empty if there is none. */
    static Optional<String> problem(String text) {
        if (text.length() < MIN_LENGTH) {
            return Optional.of("it has " + text.length() + " characters and needs " + MIN_LENGTH);
        }
        long different = text.chars().distinct().count();
        if (different < MIN_DIFFERENT) {
            return Optional.of("it has " + different + " different characters and needs " + MIN_DIFFERENT);
        }
        return IntStream.rangeClosed(1, MAX_PERIOD)
                .filter(period -> text.startsWith(text.substring(period)))
                .mapToObj(period -> "it repeats itself after " + period + " characters")
                .findFirst();
    }
}
