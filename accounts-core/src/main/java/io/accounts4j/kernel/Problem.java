package io.accounts4j.kernel;

import java.util.Map;

/**
 * One thing wrong with one field of the input.
 *
 * @param field the field as the caller named it, such as {@code email}
 * @param code the kind of fault, stable over releases and never translated; all codes are listed in {@code docs/problems.md}
 * @param parameters figures the message needs, such as {@code min}
 */
public record Problem(String field, String code, Map<String, Object> parameters) {

    /** Copies the parameters. */
    public Problem {
        parameters = Map.copyOf(parameters);
    }

    /** A problem whose message needs no figures. */
    public static Problem of(String field, String code) {
        return new Problem(field, code, Map.of());
    }

    /** A problem with a bound that its message names. */
    public static Problem of(String field, String code, String parameter, int value) {
        return new Problem(field, code, Map.of(parameter, value));
    }

    /** The English message; {@link ProblemMessages} has other languages. */
    public String message() {
        return ProblemMessages.english().text(this);
    }
}
