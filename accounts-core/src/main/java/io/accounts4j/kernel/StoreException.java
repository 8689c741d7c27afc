package io.accounts4j.kernel;

import org.jspecify.annotations.Nullable;

/** A store (the database) refused or could not be reached; nothing of the current transaction is kept. */
public final class StoreException extends AccountsException {

    private static final long serialVersionUID = 1L;

    /** With what failed; {@code retryable} for lost connections, full pools, deadlocks and serialization failures. */
    public StoreException(String message, boolean retryable, @Nullable Throwable cause) {
        super(message, retryable, cause);
    }
}
