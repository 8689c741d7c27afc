package io.accounts4j.examples.server;

/** A setting cannot be read. The message says why in a few words and never quotes the value. Carries no stack trace. */
final class MalformedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String reason;

    MalformedException(String reason) {
        super(reason, null, false, false);
        this.reason = reason;
    }

    String reason() {
        return reason;
    }
}
