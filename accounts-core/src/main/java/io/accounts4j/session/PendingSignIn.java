package io.accounts4j.session;

import io.accounts4j.token.RawToken;

/**
 * A sign-in that waits for a second factor. Opaque: a host hands it back with the second factor and keeps it nowhere else.
 *
 * @param token the secret that names the sign-in, redacted when printed
 */
public record PendingSignIn(RawToken token) {}
