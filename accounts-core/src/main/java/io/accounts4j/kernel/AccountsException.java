package io.accounts4j.kernel;

import org.jspecify.annotations.Nullable;

/**
 * The world is broken: a database, mail server or other part outside cannot do its work now. Answers a caller must act
 * on are outcomes instead, and wiring mistakes are {@link IllegalStateException} or {@link IllegalArgumentException}.
 * Messages never hold personal data or statements.
 */
public class AccountsException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final boolean retryable;

    /** With what failed, and whether the same call may succeed later unchanged. */
    public AccountsException(String message, boolean retryable, @Nullable Throwable cause) {
        super(message, cause);
        this.retryable = retryable;
    }

    /** Returns whether the same call may succeed later without any change. */
    public boolean retryable() {
        return retryable;
    }
}
