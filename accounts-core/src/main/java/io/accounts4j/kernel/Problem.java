package io.accounts4j.kernel;

import java.util.Map;

/**
 * A problem of one field of the input, or of the target as a whole.
 *
 * @param field the field as the caller named it, such as {@code email}; empty for a problem of the target as a whole
 * @param code the kind of problem
 * @param parameters figures the message needs, such as {@code min}
 */
public record Problem(String field, ProblemCode code, Map<String, Object> parameters) {

    /** Copies the parameters. */
    public Problem {
        parameters = Map.copyOf(parameters);
    }

    /** A problem of the target as a whole, such as {@link ProblemCode#ABSENT}. */
    public static Problem of(ProblemCode code) {
        return new Problem("", code, Map.of());
    }

    /** A problem whose message needs no figures. */
    public static Problem of(String field, ProblemCode code) {
        return new Problem(field, code, Map.of());
    }

    /** A problem with a bound that its message names. */
    public static Problem of(String field, ProblemCode code, String parameter, int value) {
        return new Problem(field, code, Map.of(parameter, value));
    }

    /** The English message; {@link ProblemMessages} has other languages. */
    public String message() {
        return ProblemMessages.english().text(this);
    }
}
