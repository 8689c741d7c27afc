package io.accounts4j.examples.server;

import java.util.List;

/** A failed start. Each sentence names one fault and its remedy for the operator. Has no stack trace. */
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

    /** The sentences, one on each line. */
    String sentences() {
        return sentences;
    }
}
