package io.accounts4j.examples.server;

/** A malformed setting. The message names the fault and never quotes the value. Has no stack trace. */
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
