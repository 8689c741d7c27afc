package io.accounts4j.mail;

import io.accounts4j.kernel.AccountsException;
import org.jspecify.annotations.Nullable;

/** A message was not taken for delivery. */
public final class MailException extends AccountsException {

    private static final long serialVersionUID = 1L;

    /** With what failed; {@code retryable} unless the server refused for good. */
    public MailException(String message, boolean retryable, @Nullable Throwable cause) {
        super(message, retryable, cause);
    }
}
