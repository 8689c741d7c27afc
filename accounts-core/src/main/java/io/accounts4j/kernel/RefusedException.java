package io.accounts4j.kernel;

import java.util.List;

/** A refusal as an exception, thrown by {@link Outcome#orElseThrow()}. Trying again unchanged makes no sense. */
public final class RefusedException extends AccountsException {

    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    /** With the problems, whose fields and codes make the message; values are left out. */
    public RefusedException(List<Problem> problems) {
        super("refused: " + codes(problems), false, null);
        this.problems = List.copyOf(problems);
    }

    /** The problems, at least one; empty after deserialization. */
    public List<Problem> problems() {
        return problems == null ? List.of() : problems;
    }

    private static List<String> codes(List<Problem> problems) {
        return problems.stream()
                .map(problem -> (problem.field() + " " + problem.code()).strip())
                .toList();
    }
}
