package io.accounts4j.examples.server;

import java.util.List;

/** The server cannot start, and each sentence tells the operator what to set or mend. Carries no stack trace. */
final class StartupException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String sentences;

    StartupException(List<String> sentences) {
        super(String.join(System.lineSeparator(), sentences), null, false, false);
        this.sentences = String.join(System.lineSeparator(), sentences);
    }

    StartupException(String sentence) {
        this(List.of(sentence));
    }

    /** One on each line. */
    String sentences() {
        return sentences;
    }
}
