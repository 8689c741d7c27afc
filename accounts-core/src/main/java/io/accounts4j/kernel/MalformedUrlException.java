package io.accounts4j.kernel;

/**
 * A text is no {@link ServerUrl}. The message is a phrase that follows the name of a setting, such as {@code "names no
 * host"}, and quotes nothing of the text, any part of which may be a password.
 */
public final class MalformedUrlException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final String reason;

    MalformedUrlException(String reason) {
        super(reason);
        this.reason = reason;
    }

    /** The message. */
    public String reason() {
        return reason;
    }
}
